-- The ledger that every field service embeds. The merchant comes first in every key, so that the store can be distributed by it.
-- field: 1 unattributed, 2 livestream, 3 campaign, 4 creator, 5 kol: the strength of its claims. A number and not an enum,
-- because comparing enums is not leakproof: under row-level security such a comparison is no index condition.
-- Text is compared as bytes.

create table ledger (
    merchant_id text collate "C" not null,
    field       smallint not null check (field between 1 and 5),
    watermark   bigint not null,
    recorded_at timestamptz,
    primary key (merchant_id, field)
);
comment on table ledger is 'One row a ledger: its last position. Whoever writes to a ledger holds its row.';

create table event (
    merchant_id text collate "C" not null,
    field       smallint not null,
    watermark   bigint not null,
    event_id    text collate "C" not null,
    recorded_at timestamptz not null,
    type        text collate "C" not null,
    occurred_at timestamptz not null,
    shop        text collate "C" not null,
    touchpoint  text collate "C",
    product     text collate "C",
    audience    text collate "C",
    replaces    text collate "C",
    settles     text collate "C",
    order_id    text collate "C",
    line        text collate "C",
    line_slot   bigint,
    quantity    bigint,
    amount      bigint,
    currency    text collate "C",
    sample      boolean,
    kind        text collate "C",
    estimated   boolean,
    started_at  timestamptz,
    counters    bigint[],
    people      bigint[],
    reason      text,
    primary key (merchant_id, field, watermark)
);
comment on table event is 'The facts: appended, never changed.';
comment on column event.amount is 'Minor units of the currency.';
comment on column event.kind is 'Stage of an audience event, category of a cost, kind of a service event.';
comment on column event.line_slot is
    'Fingerprint of (shop, line) for the original payment of a line, of the id for what corrects or refunds it.';

create unique index event_once on event (merchant_id, field, event_id);
-- One original payment a line; and at the same time the way to everything about an order.
create unique index event_of_order on event (merchant_id, field, order_id, line_slot) where line_slot is not null;
create unique index event_supersedes on event (merchant_id, field, (coalesce(replaces, settles)))
    where coalesce(replaces, settles) is not null;
create index event_settles on event (merchant_id, field, settles) where settles is not null;
create index event_occurred on event using brin (occurred_at);

create table event_state (
    merchant_id text collate "C" not null,
    field       smallint not null,
    event_id    text collate "C" not null,
    state       text collate "C" not null check (state in ('parked', 'replaced', 'outclaimed', 'invalid')),
    primary key (merchant_id, field, event_id)
);
comment on table event_state is 'The events that are not simply counted.';

create table sales_rollup (
    merchant_id text collate "C" not null,
    field       smallint not null,
    bucket      timestamptz not null,
    shop        text collate "C" not null,
    touchpoint  text collate "C" not null,
    product     text collate "C" not null,
    currency    text collate "C" not null,
    gmv                     numeric not null,
    refunds                 numeric not null,
    refunds_of_period       numeric not null,
    units                   numeric not null,
    lines                   numeric not null,
    lines_with_audience     numeric not null,
    orders                  numeric not null,
    orders_of_touchpoint    numeric not null,
    orders_of_product       numeric not null,
    orders_of_touchpoint_and_product numeric not null,
    primary key (merchant_id, field, bucket, shop, touchpoint, product, currency)
);

create table traffic_rollup (
    merchant_id text collate "C" not null,
    field       smallint not null,
    bucket      timestamptz not null,
    shop        text collate "C" not null,
    touchpoint  text collate "C" not null,
    product     text collate "C" not null,
    impressions         numeric not null,
    paid_impressions    numeric not null,
    views               numeric not null,
    viewers             numeric not null,
    product_impressions numeric not null,
    product_clicks      numeric not null,
    watch_seconds       numeric not null,
    likes               numeric not null,
    comments            numeric not null,
    shares              numeric not null,
    follows             numeric not null,
    fan_joins           numeric not null,
    impressions_reports         numeric not null,
    paid_impressions_reports    numeric not null,
    views_reports               numeric not null,
    viewers_reports             numeric not null,
    product_impressions_reports numeric not null,
    product_clicks_reports      numeric not null,
    watch_seconds_reports       numeric not null,
    likes_reports               numeric not null,
    comments_reports            numeric not null,
    shares_reports              numeric not null,
    follows_reports             numeric not null,
    fan_joins_reports           numeric not null,
    primary key (merchant_id, field, bucket, shop, touchpoint, product)
);
comment on table traffic_rollup is 'Sums of each counter, and by how many events it was reported: none means unknown, not zero.';

create table cost_rollup (
    merchant_id text collate "C" not null,
    field       smallint not null,
    bucket      timestamptz not null,
    shop        text collate "C" not null,
    touchpoint  text collate "C" not null,
    product     text collate "C" not null,
    currency    text collate "C" not null,
    category    text collate "C" not null,
    amount      numeric not null,
    events      numeric not null,
    primary key (merchant_id, field, bucket, shop, touchpoint, product, currency, category)
);

create table ticket_rollup (
    merchant_id text collate "C" not null,
    field       smallint not null,
    bucket      timestamptz not null,
    shop        text collate "C" not null,
    touchpoint  text collate "C" not null,
    product     text collate "C" not null,
    kind        text collate "C" not null,
    events      numeric not null,
    primary key (merchant_id, field, bucket, shop, touchpoint, product, kind)
);

-- The second lock behind the token: a transaction sees the merchant it was opened for, and nothing when it was opened for none.
do $$
declare
    name text;
begin
    foreach name in array array['ledger', 'event', 'event_state', 'sales_rollup', 'traffic_rollup', 'cost_rollup', 'ticket_rollup']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format(
            'create policy own_merchant on %I using (merchant_id = nullif(current_setting(''app.merchant'', true), ''''))', name);
    end loop;
end
$$;

grant usage on schema public to ${app_role};
grant temporary on database "${flyway:database}" to ${app_role};
-- Facts are append-only.
grant select, insert on event to ${app_role};
grant select, insert, update on ledger, sales_rollup, traffic_rollup, cost_rollup, ticket_rollup to ${app_role};
grant select, insert, update, delete on event_state to ${app_role};
