-- The great-circle distance in metres between two points in degrees, by the haversine formula.
create function meters(north1 float8, east1 float8, north2 float8, east2 float8) returns float8
    language sql immutable parallel safe
return 2 * 6371008.8 * asin(least(1, sqrt(
    power(sin(radians(north2 - north1) / 2), 2)
        + cos(radians(north1)) * cos(radians(north2)) * power(sin(radians(east2 - east1) / 2), 2))));

-- The transaction that writes: later ones have greater numbers, though they may commit earlier.
create function revision() returns bigint
    language sql volatile
return pg_current_xact_id()::text::bigint;

-- The revision of a row that is changed again: a greater one, though the transaction may have begun earlier than the last.
create function revision(before bigint) returns bigint
    language sql volatile
return greatest(before + 1, revision());

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
    protocol          text        not null,
    mavlink_system_id int         constraint drones_mavlink_system_id unique,
    registered_at     timestamptz not null,
    latitude          float8      not null,
    longitude         float8      not null,
    delivery_id       text,
    attempt           int,
    ended_at          timestamptz,
    written_off       jsonb,
    revision          bigint      not null default revision()
);
create unique index one_drone_per_delivery on drones (delivery_id) where delivery_id is not null;
create index drones_base on drones (base_id);
create index drones_revision on drones (revision);

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

-- The drones of missions that were withdrawn and are not told yet to have stopped.
create table withdrawals (
    delivery_id text    not null,
    drone_id    text    not null references drones,
    primary key (delivery_id, drone_id)
);
create index withdrawals_of_drone on withdrawals (drone_id);

-- What was reported of a drone and not believed: how often, by reason, and the last few.
create table rejected_reports (
    drone_id text  primary key references drones,
    tally    jsonb not null
) with (fillfactor = 50);
