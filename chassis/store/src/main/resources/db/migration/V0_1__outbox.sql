-- What is to be published: written in the transaction that decides it, deleted when the broker has it. A record that was there
-- before is published with the key and the headers that it had: as bytes, and as pairs of name and value in Base64.
create table outbox (
    id               bigint generated always as identity primary key,
    topic            text  not null,
    key              text  not null,
    event_id         text  not null,
    type             text  not null,
    payload          bytea not null,
    original_key     bytea,
    original_headers jsonb
);
