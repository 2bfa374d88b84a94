-- What was asked as of a moment is answered once for all: nothing is recorded at or before it any more.

alter table ledger add column sealed timestamptz;
comment on column ledger.sealed is 'The last moment as of which somebody asked: whatever is recorded from then on is recorded later.';

-- A ledger that was only asked for holds nothing, and is not settled.
create or replace function kept_ledgers() returns table (merchant_id text, field smallint)
    language sql stable security definer set search_path = public
    as 'select merchant_id, field from public.ledger where watermark > 0';
