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

-- A drone, where it last stood, and what it is held for.
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
    revision          bigint      not null default revision()
) with (autovacuum_vacuum_scale_factor = 0.01);
-- A search by distance passes by what is no longer free until a vacuum, so the vacuum above comes often.
create index drones_free on drones using gist (point(longitude, latitude)) where delivery_id is null;
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
create table sightings (
    drone_id      text        primary key references drones,
    sequence      bigint      not null,
    time          timestamptz not null,
    latitude      float8,
    longitude     float8,
    battery       float8      not null,
    flight_status text        not null,
    payload       text        not null,
    seen_at       timestamptz not null,
    told_silent   boolean     not null default false
) with (fillfactor = 50);

-- The answer to each attempt, and what became of it.
create table reservations (
    delivery_id text  not null,
    attempt     int   not null,
    state       text  not null check (state in ('REFUSED', 'RESERVED', 'FLYABLE', 'ENDED')),
    drone_id    text  references drones,
    request     jsonb,
    reservation jsonb,
    code        text,
    detail      text,
    primary key (delivery_id, attempt)
);
create unique index one_drone_per_delivery on reservations (delivery_id) where state in ('RESERVED', 'FLYABLE');
create unique index one_delivery_per_drone on reservations (drone_id) where state in ('RESERVED', 'FLYABLE');
