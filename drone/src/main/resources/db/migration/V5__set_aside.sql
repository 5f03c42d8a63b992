-- What was reported of a drone and not believed: how often, by reason, and the last few.
create table set_aside (
    drone_id text  primary key references drones,
    tally    jsonb not null
) with (fillfactor = 50);

-- A drone may not know what is in its battery.
alter table sightings alter column battery drop not null;
