create table settlement_statement (
    merchant_id             text collate "C" not null,
    settlement_statement_id text collate "C" not null,
    creator_id              text collate "C" not null,
    currency                text collate "C" not null,
    month                   text collate "C" not null,
    zone                    text not null,
    state                   text collate "C" not null check (state in ('open', 'closed')),
    closed_at               timestamptz,
    watermark               bigint,
    lines                   numeric,
    adjustments             numeric,
    fees                    numeric,
    revision                bigint not null,
    created_at              timestamptz not null,
    changed_at              timestamptz not null,
    primary key (merchant_id, settlement_statement_id),
    unique (merchant_id, creator_id, currency, month)
);
comment on table settlement_statement is 'A creator''s months. Whoever opens or closes one holds the creator.';
comment on column settlement_statement.lines is 'Minor units, as the other sums: what it came to when it was closed.';

create table settlement_entry (
    merchant_id             text collate "C" not null,
    settlement_statement_id text collate "C" not null,
    order_id                text collate "C" not null,
    shop                    text collate "C" not null,
    line                    text collate "C" not null,
    creator_id              text collate "C" not null,
    currency                text collate "C" not null,
    kind                    text collate "C" not null check (kind in ('line', 'adjustment', 'fee')),
    participation_id        text collate "C",
    event_id                text collate "C",
    occurred_at             timestamptz,
    touchpoint              text collate "C",
    product                 text collate "C",
    paid                    bigint,
    refunded                bigint,
    rate                    numeric,
    estimated               bigint,
    actual                  bigint,
    stated                  bigint not null,
    amount                  bigint not null,
    primary key (merchant_id, settlement_statement_id, order_id, shop, line)
);
comment on table settlement_entry is 'What closed statements are made of: appended, never changed. A fee has neither order nor shop, and its participation for a line.';
create index settlement_entry_of_payee on settlement_entry (merchant_id, creator_id, currency);
-- A fixed fee is stated once.
create unique index settlement_entry_fee on settlement_entry (merchant_id, line) where kind = 'fee';

-- A transaction sees the merchant it was opened for, and nothing when it was opened for none.
do $$
declare
    name text;
begin
    foreach name in array array['settlement_statement', 'settlement_entry']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format(
            'create policy own_merchant on %I using (merchant_id = (select nullif(current_setting(''app.merchant'', true), '''')))', name);
    end loop;
end
$$;

grant select, insert, update on settlement_statement to ${app_role};
grant select, insert on settlement_entry to ${app_role};
