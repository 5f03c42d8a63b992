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
