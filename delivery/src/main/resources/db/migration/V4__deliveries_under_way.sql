-- Those that go on, which are few beside those that have ended: operators count them. The index is on what never changes, so
-- that the indexes are written to when a delivery begins and when it ends, and not with each status between.
create index deliveries_under_way on deliveries (delivery_id) where not ended;
