create table engagement (
    merchant_id      text collate "C" not null,
    engagement_id    text collate "C" not null,
    kol_id           text collate "C" not null,
    title            text not null,
    starts_at        timestamptz not null,
    ends_at          timestamptz not null check (ends_at > starts_at),
    reach_from       timestamptz not null check (reach_from <= starts_at),
    reach_to         timestamptz not null check (reach_to >= ends_at),
    shop             text collate "C" not null,
    touchpoint       text collate "C" not null,
    currency         text collate "C" not null,
    slot_fee         bigint not null,
    commission       numeric not null,
    guaranteed_gmv   bigint,
    guaranteed_from  timestamptz,
    guaranteed_to    timestamptz check (guaranteed_to > guaranteed_from),
    goods_cost_share numeric,
    products         json not null,
    clauses          json not null,
    milestones       json not null,
    payments         json not null,
    state            text collate "C" not null check (state in ('draft', 'signed', 'live', 'settled', 'cancelled')),
    revision         bigint not null,
    created_at       timestamptz not null,
    changed_at       timestamptz not null,
    primary key (merchant_id, engagement_id),
    unique (merchant_id, shop, touchpoint)
);
comment on table engagement is 'What is agreed with a KOL about a slot. Its clauses reach from reach_from to reach_to. Money in minor units of its currency.';
create index engagement_by_reach on engagement (merchant_id, reach_to);
create index engagement_of_kol on engagement (merchant_id, kol_id, starts_at);

create table signing (
    merchant_id text collate "C" not null,
    primary key (merchant_id)
);
comment on table signing is 'One row a merchant, which stands for all that it has signed: whoever asks whether something fits beside it holds the row.';

-- A transaction sees the merchant it was opened for, and nothing when it was opened for none.
do $$
declare
    name text;
begin
    foreach name in array array['engagement', 'signing']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format(
            'create policy own_merchant on %I using (merchant_id = nullif(current_setting(''app.merchant'', true), ''''))', name);
    end loop;
end
$$;

grant select, insert, update on engagement, signing to ${app_role};
