-- A drone may be heard to have had the parcel after its mission was withdrawn, and stop with it; then a later attempt is
-- flown in vain.
alter table reservations
    add column loaded boolean not null default false,
    add column in_vain boolean not null default false,
    drop constraint reservations_stopped_check,
    add constraint reservations_stopped_check
        check (stopped in ('ACKNOWLEDGED', 'WITH_PARCEL', 'LANDED_EMPTY', 'WRITTEN_OFF'));
