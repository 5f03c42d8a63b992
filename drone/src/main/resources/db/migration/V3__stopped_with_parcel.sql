-- A drone may have stopped with the parcel aboard.
alter table reservations
    drop constraint reservations_stopped_check,
    add constraint reservations_stopped_check
        check (stopped in ('ACKNOWLEDGED', 'WITH_PARCEL', 'LANDED_EMPTY', 'WRITTEN_OFF'));
