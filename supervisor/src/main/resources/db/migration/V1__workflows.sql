-- One row per attempt that is, or was, to be undone. "number" is the order in which they came; "due_at" is when it goes on
-- by itself, or when the lease of the instance that has it in hand ends: null once it is parked or finished.
create table workflow (
    delivery_id text        not null,
    attempt     integer     not null,
    number      bigint      generated always as identity unique,
    revision    integer     not null,
    status      text        not null,
    due_at      timestamptz,
    document    jsonb       not null,
    primary key (delivery_id, attempt)
);

create index workflow_due on workflow (due_at) where due_at is not null;
create index workflow_status on workflow (status, number);
