-- An account's terms, and its sums, which follow from the ledger and are kept here so that a hold reads one row.
create table accounts (
    account_id    text   primary key,
    terms         jsonb  not null,
    balance_minor bigint not null,
    held_minor    bigint not null check (held_minor >= 0)
) with (fillfactor = 70); -- room for in-place updates: the sums change with every hold

-- What each delivery costs; the columns beside the document say what in it is searched for.
create table bills (
    delivery_id      text    primary key,
    account_id       text,
    bill             jsonb   not null,
    held_attempt     integer,     -- the attempt whose price is on hold
    held_minor       bigint,
    captured_attempt integer,     -- the attempt that was charged
    captured_minor   bigint,
    captured_at      timestamptz,
    ended            boolean not null,
    check (not ended or held_attempt is null)
) with (fillfactor = 70);
create index bills_captured on bills (account_id, captured_at) where captured_at is not null;

-- The ledger: what each transaction moved. It is only ever added to.
create table ledger_entries (
    transaction_id text        not null,
    ledger_account text        not null check (ledger_account in ('AVAILABLE', 'HELD', 'REVENUE', 'BANK')),
    kind           text        not null check (kind in ('OPENING', 'HOLD', 'VOID', 'CAPTURE')),
    account_id     text        not null references accounts,
    delivery_id    text,
    attempt        integer     not null,
    currency       text        not null,
    amount_minor   bigint      not null,
    booked_at      timestamptz not null,
    primary key (transaction_id, ledger_account)
);

-- A statement must bring whole transactions: no entry without its counterpart.
create function refuse_unbalanced() returns trigger language plpgsql as $$
begin
    if exists (select from booked group by transaction_id, currency having sum(amount_minor) <> 0) then
        raise exception 'a ledger transaction does not add up to zero' using errcode = 'check_violation';
    end if;
    return null;
end $$;
create trigger transactions_balance after insert on ledger_entries
    referencing new table as booked for each statement execute function refuse_unbalanced();

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is only ever added to' using errcode = 'check_violation';
end $$;
create trigger ledger_stays before update or delete or truncate on ledger_entries
    for each statement execute function refuse_change();
