-- How long a message waits to be published: by the database's own clock, which every instance shares.
alter table outbox add column kept_at timestamptz not null default now();
