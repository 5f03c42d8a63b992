-- Set while an operator has declared the drone lost: who, when and why.
alter table drones add column written_off jsonb;

-- What the drone last said it flies.
alter table sightings
    add column mission_delivery_id text,
    add column mission_attempt     int,
    add column mission_aborted     boolean;

-- A mission that was withdrawn is pending until its drone is known to have stopped, and that is told if it was recalled.
alter table reservations
    add column ordered      boolean not null default false,
    add column withdrawn_at timestamptz,
    add column recalled     boolean not null default false,
    add column stopped      text check (stopped in ('ACKNOWLEDGED', 'LANDED_EMPTY', 'WRITTEN_OFF')),
    add column pending      boolean not null default false;
update reservations set ordered = true where state = 'FLYABLE' or state = 'ENDED' and drone_id is not null;
create index withdrawn_of_drone on reservations (drone_id) where pending;
