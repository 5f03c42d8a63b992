-- A record that was there before is published with the key and the headers that it had: as bytes, and as pairs of name and
-- value in Base64.
alter table outbox add column original_key bytea;
alter table outbox add column original_headers jsonb;
