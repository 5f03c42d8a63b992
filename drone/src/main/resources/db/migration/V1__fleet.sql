-- The great-circle distance in metres between two points in degrees, by the haversine formula.
create function meters(north1 float8, east1 float8, north2 float8, east2 float8) returns float8
    language sql immutable parallel safe
return 2 * 6371008.8 * asin(least(1, sqrt(
    power(sin(radians(north2 - north1) / 2), 2)
        + cos(radians(north1)) * cos(radians(north2)) * power(sin(radians(east2 - east1) / 2), 2))));

-- A box in degrees, longitude first, that holds every place within so many metres: somewhat larger than need be, and
-- round the earth where it touches a pole or the date line.
create function around(north float8, east float8, radius float8) returns box
    language plpgsql immutable parallel safe
as $$
declare
    high float8 := radius / 111000;
    wide float8 := 360;
begin
    if abs(north) + high < 89 then
        wide := high / cos(radians(abs(north) + high));
        if abs(east) + wide > 180 then
            wide := 360;
        end if;
    end if;
    return box(point(east - wide, north - high), point(east + wide, north + high));
end
$$;

-- The transaction that writes: later ones have greater numbers, though they may commit earlier.
create function revision() returns bigint
    language sql volatile
return pg_current_xact_id()::text::bigint;

create table bases (
    base_id   text   primary key,
    name      text   not null,
    latitude  float8 not null,
    longitude float8 not null
);

-- A drone, where it last stood, and what it is held for. "ended_at" is when its last mission ended; "written_off" is set
-- while an operator has declared it lost: who, when and why.
create table drones (
    drone_id          text        primary key,
    base_id           text        not null references bases,
    model             text        not null,
    payload_grams_max int         not null,
    range_meters_max  float8      not null,
    cruise_speed      float8      not null,
    door              text        not null,
    mavlink_system_id int         constraint drones_mavlink_system_id unique,
    registered_at     timestamptz not null,
    latitude          float8      not null,
    longitude         float8      not null,
    delivery_id       text,
    attempt           int,
    ended_at          timestamptz,
    written_off       jsonb,
    revision          bigint      not null default revision()
) with (autovacuum_vacuum_scale_factor = 0.01);
-- A search by distance passes by what is no longer free until a vacuum, so the vacuum above comes often.
create index drones_free on drones using gist (point(longitude, latitude)) where delivery_id is null;
create unique index one_drone_per_delivery on drones (delivery_id) where delivery_id is not null;
create index drones_base on drones (base_id);
create index drones_revision on drones (revision);

-- The kinds of drones that were ever registered, and at which base: few rows that tell what the fleet can do at most.
create table airframes (
    base_id           text   not null references bases,
    payload_grams_max int    not null,
    range_meters_max  float8 not null,
    cruise_speed      float8 not null,
    primary key (base_id, payload_grams_max, range_meters_max, cruise_speed)
);

-- The last that was heard of a drone. Apart from drones, and without further indexes, since it is written all the time.
-- The drone may not know what is in its battery. "sequence_offset" is by how much "sequence" is greater than the drone's
-- own number.
create table last_reports (
    drone_id            text        primary key references drones,
    sequence            bigint      not null,
    sequence_offset     bigint      not null,
    time                timestamptz not null,
    latitude            float8,
    longitude           float8,
    altitude            float8,
    battery             float8,
    battery_seen_at     timestamptz,
    flight_status       text        not null,
    payload             text        not null,
    mission_delivery_id text,
    mission_attempt     int,
    mission_aborted     boolean,
    seen_at             timestamptz not null,
    link_lost_told      boolean     not null default false
) with (fillfactor = 50);

-- The missions of each delivery: what each attempt was answered, and what became of it.
create table missions (
    delivery_id text  primary key,
    document    jsonb not null
);

-- The drones of missions that were withdrawn and are not told yet to have stopped. "may_fly": whether the drone may still
-- fly one, so that it is free for no other delivery.
create table withdrawals (
    delivery_id text    not null,
    drone_id    text    not null references drones,
    may_fly     boolean not null,
    primary key (delivery_id, drone_id)
);
create index withdrawals_of_drone on withdrawals (drone_id);

-- What was reported of a drone and not believed: how often, by reason, and the last few.
create table rejected_reports (
    drone_id text  primary key references drones,
    tally    jsonb not null
) with (fillfactor = 50);
