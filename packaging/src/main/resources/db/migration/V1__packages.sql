-- Each delivery's package; the columns beside the document say what in it is searched for.
create table packages (
    package_id text    primary key,
    custody    jsonb   not null,
    attempt    integer,          -- the attempt that counts, and
    state      text    check (state in ('REGISTERED', 'IN_HAND', 'DELIVERED', 'RETURNED', 'RELEASED')),
    tag_in_use text    unique,   -- from the first registration until the delivery has ended
    ended      boolean not null, -- whether the delivery has ended
    check (not ended or tag_in_use is null)
) with (fillfactor = 70);
