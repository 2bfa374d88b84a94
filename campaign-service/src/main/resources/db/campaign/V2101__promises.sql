-- What all promises are judged by, and who finds the offers that promise a product.

create table promise_rules (
    merchant_id text collate "C" not null,
    rules       json not null,
    revision    bigint not null,
    primary key (merchant_id)
);
comment on table promise_rules is 'What a merchant wants done with each kind of conflict; without a row what is done by default.';

create table product_limit (
    merchant_id      text collate "C" not null,
    product_limit_id text collate "C" not null,
    product          text collate "C" not null,
    floors           json not null,
    stock            bigint check (stock >= 0),
    revision         bigint not null,
    created_at       timestamptz not null,
    changed_at       timestamptz not null,
    primary key (merchant_id, product_limit_id),
    unique (merchant_id, product)
);
comment on table product_limit is 'The lowest price of a product in each currency, in minor units, and how many units there are for all promises together.';

create index offer_of_product on offer (merchant_id, product, ends_at);

-- A transaction sees the merchant it was opened for, and nothing when it was opened for none.
do $$
declare
    name text;
begin
    foreach name in array array['promise_rules', 'product_limit']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format(
            'create policy own_merchant on %I using (merchant_id = nullif(current_setting(''app.merchant'', true), ''''))', name);
    end loop;
end
$$;

grant select, insert, update on promise_rules to ${app_role};
-- To hold a row takes the right to update it.
grant select, insert, update, delete on product_limit to ${app_role};
