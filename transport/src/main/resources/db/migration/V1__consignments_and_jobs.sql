-- One row per delivery: its fence, and the answer to each attempt. "holding" is the attempt for which a carrier holds the
-- parcel or a place for it, null where none does.
create table consignment (
    delivery_id text  primary key,
    holding     integer,
    document    jsonb not null
);

create index consignment_holding on consignment (delivery_id) where holding is not null;

-- The simulated carrier's own jobs, by the shipment's reference. "due_at" is when the next stage is to be reported, null at
-- the end; "document" is null where the reference was cancelled before it was booked.
create table job (
    reference text primary key,
    stage     text not null,
    due_at    timestamptz,
    document  jsonb
);

create index job_due on job (due_at) where due_at is not null;
