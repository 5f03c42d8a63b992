-- One row per attempt that is, or was, to be undone. "number" is the order in which they came; "due_at" is when it goes on
-- by itself, or when the lease of the instance that has it in hand ends: null once it is parked or finished.
create table compensation (
    delivery_id text        not null,
    attempt     integer     not null,
    number      bigint      generated always as identity unique,
    revision    integer     not null,
    status      text        not null,
    due_at      timestamptz,
    document    jsonb       not null,
    primary key (delivery_id, attempt)
);

create index compensation_due on compensation (due_at) where due_at is not null;
create index compensation_status on compensation (status, number);

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

-- One row per delivery that was asked for or heard of, for good: without it, a topic that is read from its start again would
-- raise alerts of what has ended long ago. "due_at" is when it is to be looked at, or when the lease of the instance that
-- looks at it ends: null where nothing is awaited. "unanswered" and "oldest" are of its requests that have no answer.
create table watched (
    delivery_id text        primary key,
    revision    integer     not null,
    due_at      timestamptz,
    unanswered  integer     not null,
    oldest      timestamptz,
    document    jsonb       not null
);

create index watched_due on watched (due_at) where due_at is not null;
create index watched_oldest on watched (oldest) where oldest is not null;

-- Where a request is found in the documents. The same id may have been used for two deliveries.
create table watched_request (
    request_id  text not null,
    delivery_id text not null,
    primary key (request_id, delivery_id)
);

-- Where an alert is found in the documents. "number" is the order in which they were raised.
create table alert (
    id          text   primary key,
    number      bigint generated always as identity unique,
    delivery_id text   not null,
    kind        text   not null,
    status      text   not null
);

create index alert_search on alert (status, kind, number);
