-- In which trace each message was decided, as the traceparent of W3C Trace Context; null where that was not traced.
alter table outbox add column traceparent text;
