-- What was reported of a drone and not believed: how often, by reason, and the last few.
create table set_aside (
    drone_id text  primary key references drones,
    tally    jsonb not null
) with (fillfactor = 50);

-- A drone may not know what is in its battery. The rest is what the next sample is judged by.
alter table sightings
    alter column battery drop not null,
    add column sequence_offset bigint not null default 0,
    add column altitude        float8,
    add column battery_seen_at timestamptz;
