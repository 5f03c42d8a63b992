-- In which trace the attempt that counts was scheduled, as the traceparent of W3C Trace Context; null where that was not
-- traced. What is decided in its flight is linked to that trace.
alter table deliveries add column traceparent text;
