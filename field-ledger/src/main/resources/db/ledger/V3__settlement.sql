-- What a ledger knows of the other fields' ledgers, and what that makes of its own figures.

alter table ledger add column settlement bigint not null default 0;
comment on column ledger.settlement is 'Grows with every change of its figures that is not of its own events alone.';
alter table ledger add column told bigint not null default 0;
comment on column ledger.told is 'The last position in its feeds of shared orders and of first purchases.';
alter table ledger add column contested boolean not null default false;
comment on column ledger.contested is 'Whether a stronger field ever claimed one of its lines: only then is outclaimed_line asked at ingest.';

-- The way to all that one person paid.
create index event_of_audience on event (merchant_id, field, audience, occurred_at, event_id)
    where audience is not null and type = 'order.paid';

create table settled (
    merchant_id text collate "C" not null,
    field       smallint not null,
    source      smallint not null,
    feed        text collate "C" not null check (feed in ('lines', 'shared', 'firsts')),
    position    bigint not null,
    through     bigint not null,
    primary key (merchant_id, field, source, feed)
);
comment on table settled is 'How far a ledger has taken in the feeds of a source: another ledger, or itself.';
comment on column settled.through is 'The watermark of the source that what was taken in takes account of.';

create table foreign_line (
    merchant_id text collate "C" not null,
    field       smallint not null,
    order_id    text collate "C" not null,
    source      smallint not null,
    watermark   bigint not null,
    recorded_at timestamptz not null,
    event_id    text collate "C" not null,
    replaces    text collate "C",
    shop        text collate "C" not null,
    line        text collate "C" not null,
    touchpoint  text collate "C",
    product     text collate "C",
    audience    text collate "C",
    occurred_at timestamptz not null,
    quantity    bigint not null,
    amount      bigint not null,
    currency    text collate "C" not null,
    sample      boolean not null,
    primary key (merchant_id, field, order_id, source, watermark)
);
comment on table foreign_line is 'The paid events of another field (source), as it recorded them: all of a stronger one, those of shared orders of a weaker one.';

create table outclaimed_line (
    merchant_id text collate "C" not null,
    field       smallint not null,
    order_id    text collate "C" not null,
    shop        text collate "C" not null,
    line        text collate "C" not null,
    claimed_by  smallint not null,
    primary key (merchant_id, field, order_id, shop, line)
);

create table shared_order (
    merchant_id text collate "C" not null,
    field       smallint not null,
    order_id    text collate "C" not null,
    shop        text collate "C" not null,
    position    bigint not null,
    primary key (merchant_id, field, order_id, shop),
    unique (merchant_id, field, position)
);
comment on table shared_order is 'The orders that other fields hold, too; read by them in the order of position.';

create table yielded_rollup (
    merchant_id text collate "C" not null,
    field       smallint not null,
    bucket      timestamptz not null,
    shop        text collate "C" not null,
    touchpoint  text collate "C" not null,
    product     text collate "C" not null,
    currency    text collate "C" not null,
    orders                  numeric not null,
    orders_of_touchpoint    numeric not null,
    orders_of_product       numeric not null,
    orders_of_touchpoint_and_product numeric not null,
    primary key (merchant_id, field, bucket, shop, touchpoint, product, currency)
);
comment on table yielded_rollup is 'Of the orders that sales_rollup counts for the field, those that the whole counts in another one.';

create table first_purchase (
    merchant_id text collate "C" not null,
    field       smallint not null,
    audience    text collate "C" not null,
    occurred_at timestamptz,
    event_id    text collate "C",
    shop        text collate "C",
    touchpoint  text collate "C",
    product     text collate "C",
    is_new      boolean not null,
    position    bigint not null,
    primary key (merchant_id, field, audience),
    unique (merchant_id, field, position)
);
comment on table first_purchase is 'The earliest line that counts of each person; without a moment when there is none any more. Read by the other fields in the order of position.';
comment on column first_purchase.is_new is 'Whether no other field has an earlier one.';
create index first_purchase_occurred on first_purchase (merchant_id, field, occurred_at);

create table foreign_first (
    merchant_id text collate "C" not null,
    field       smallint not null,
    audience    text collate "C" not null,
    source      smallint not null,
    occurred_at timestamptz,
    event_id    text collate "C",
    primary key (merchant_id, field, audience, source)
);

do $$
declare
    name text;
begin
    foreach name in array array[
        'settled', 'foreign_line', 'outclaimed_line', 'shared_order', 'yielded_rollup', 'first_purchase', 'foreign_first']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format(
            'create policy own_merchant on %I using (merchant_id = (select nullif(current_setting(''app.merchant'', true), '''')))', name);
    end loop;
end
$$;

grant select, insert on foreign_line to ${app_role};
grant select, insert, update on settled, yielded_rollup, shared_order, first_purchase, foreign_first to ${app_role};
grant select, insert, delete on outclaimed_line to ${app_role};

-- Which ledgers there are is asked by who settles them, for no merchant in particular; nothing else of them is told.
create policy owner_lists_ledgers on ledger for select to current_user using (true);
create function kept_ledgers() returns table (merchant_id text, field smallint)
    language sql stable security definer set search_path = public
    as 'select merchant_id, field from public.ledger';
revoke all on function kept_ledgers() from public;
grant execute on function kept_ledgers() to ${app_role};
