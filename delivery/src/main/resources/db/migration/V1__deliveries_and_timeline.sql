-- Each delivery as one document, with what is searched beside it.
create table deliveries (
    delivery_id  text        primary key,
    account_id   text        not null,
    reference    text,
    requested_at timestamptz not null,
    status       text        not null,
    ended        boolean     not null,
    version      bigint      not null, -- of its last event
    attempt      integer     not null, -- the one that counts; 0 before the first
    carrier      text,                 -- the drone's id or the carrier's name, once scheduled
    revision     bigint      not null, -- counts writes, so that two of them never overwrite each other
    document     jsonb       not null
) with (fillfactor = 70);

create index deliveries_of_account on deliveries (account_id, requested_at desc, delivery_id desc);
create index deliveries_by_reference on deliveries (account_id, reference) where reference is not null;

-- What happened to each delivery: its events as they were published.
create table timeline (
    delivery_id text        not null references deliveries,
    version     bigint      not null,
    at          timestamptz not null,
    event       jsonb       not null,
    primary key (delivery_id, version)
);
