-- Said once: the reasons that leave the parcel with its drone, or leave that open.
alter table reservations
    add column parcel_may_be_out boolean not null
        generated always as (coalesce(stopped in ('WITH_PARCEL', 'WRITTEN_OFF'), false)) stored;
