-- The latest telemetry of the deliveries that owners look at in an instance that does not consume it. It is of use for
-- seconds, so that it need not survive a crash.
create unlogged table latest_telemetry (
    delivery_id  text        primary key,
    wanted_until timestamptz not null, -- by the clock of the database
    attempt      int         not null default 0,
    sequence     bigint      not null default 0,
    telemetry    jsonb
) with (fillfactor = 50);
