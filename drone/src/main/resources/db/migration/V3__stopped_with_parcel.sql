-- A drone may have stopped with the parcel aboard; then a later attempt is flown in vain.
alter table reservations
    add column in_vain boolean not null default false,
    drop constraint reservations_stopped_check,
    add constraint reservations_stopped_check
        check (stopped in ('ACKNOWLEDGED', 'WITH_PARCEL', 'LANDED_EMPTY', 'WRITTEN_OFF'));
