-- One row per dead letter, by its place in the broker. What is searched stands beside the document, cut to 255 characters:
-- a letter may hold anything. "payload" is as it arrived and never changes; "edited" is as an operator has mended it.
create table dead_letter (
    id             bigint      generated always as identity primary key,
    dead_topic     text        not null,
    dead_partition integer     not null,
    dead_offset    bigint      not null,
    revision       integer     not null,
    repeats        bigint,
    status         text        not null,
    topic          text        not null,
    group_name     text        not null,
    digest         text        not null,
    event_id       text        not null,
    key            text,
    received_at    timestamptz not null,
    document       jsonb       not null,
    payload        bytea,
    edited         bytea,
    unique (dead_topic, dead_partition, dead_offset)
);

create index dead_letter_status on dead_letter (status, id);
create index dead_letter_digest on dead_letter (digest, id);
create index dead_letter_event on dead_letter (event_id, id);
create index dead_letter_key on dead_letter (key, id);
