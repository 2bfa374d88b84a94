-- So many of a product, at a price, for a time; and who was promised them.

create table offer (
    merchant_id   text collate "C" not null,
    offer_id      text collate "C" not null,
    product       text collate "C" not null,
    price         bigint not null,
    currency      text collate "C" not null,
    list_price    bigint,
    stock         bigint not null check (stock >= 0),
    cap_per_buyer bigint not null check (cap_per_buyer >= 1),
    starts_at     timestamptz not null,
    ends_at       timestamptz not null check (ends_at > starts_at),
    campaign_id   text collate "C",
    state         text collate "C" not null check (state in ('draft', 'open', 'closed')),
    claimed       bigint not null default 0 check (claimed between 0 and stock),
    confirmed     bigint not null default 0 check (confirmed between 0 and claimed),
    claims        bigint not null default 0,
    revision      bigint not null,
    created_at    timestamptz not null,
    changed_at    timestamptz not null,
    primary key (merchant_id, offer_id)
) with (fillfactor = 50);
comment on table offer is 'Prices in minor units. Whoever claims, confirms, releases or changes the stock holds the row. Half of a page is left free, so that a row that is counted up finds room beside itself.';
comment on column offer.claimed is 'Units that are held or confirmed; those too that were held for too long, until somebody claims.';
comment on column offer.claims is 'How many claims there were: the number of the last.';

create table claim (
    merchant_id  text collate "C" not null,
    offer_id     text collate "C" not null,
    claim_id     text collate "C" not null,
    number       bigint not null,
    buyer        text collate "C" not null,
    quantity     bigint not null check (quantity >= 1),
    order_id     text collate "C",
    state        text collate "C" not null check (state in ('held', 'confirmed', 'released', 'expired')),
    claimed_at   timestamptz not null,
    expires_at   timestamptz not null,
    confirmed_at timestamptz,
    released_at  timestamptz,
    primary key (merchant_id, offer_id, claim_id),
    unique (merchant_id, offer_id, number)
);
comment on table claim is 'What was promised of an offer, by the id that whoever claimed gave. Held beyond expires_at is expired, whether it says so or not.';
create index claim_of_buyer on claim (merchant_id, offer_id, buyer, state);
create index claim_that_expires on claim (merchant_id, offer_id, expires_at) where state = 'held';

-- A transaction sees the merchant it was opened for, and nothing when it was opened for none.
do $$
declare
    name text;
begin
    foreach name in array array['offer', 'claim']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format(
            'create policy own_merchant on %I using (merchant_id = nullif(current_setting(''app.merchant'', true), ''''))', name);
    end loop;
end
$$;

grant select, insert, update on offer, claim to ${app_role};
