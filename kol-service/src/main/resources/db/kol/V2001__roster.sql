create table kol (
    merchant_id       text collate "C" not null,
    kol_id            text collate "C" not null,
    name              text not null,
    platform          text collate "C" not null,
    handle            text collate "C" not null,
    categories        json not null,
    agency            text,
    slot_fee          bigint,
    slot_fee_currency text collate "C",
    past_figures      json not null,
    state             text collate "C" not null check (state in ('active', 'blocked')),
    revision          bigint not null,
    created_at        timestamptz not null,
    changed_at        timestamptz not null,
    primary key (merchant_id, kol_id),
    unique (merchant_id, platform, handle)
);
comment on table kol is 'Whom a merchant may engage. Money in minor units.';

create table unavailability (
    merchant_id       text collate "C" not null,
    unavailability_id text collate "C" not null,
    kol_id            text collate "C" not null,
    starts_at         timestamptz not null,
    ends_at           timestamptz not null check (ends_at > starts_at),
    reason            text,
    revision          bigint not null,
    created_at        timestamptz not null,
    changed_at        timestamptz not null,
    primary key (merchant_id, unavailability_id)
);
comment on table unavailability is 'When a KOL cannot be booked.';
create index unavailability_of_kol on unavailability (merchant_id, kol_id, ends_at);

-- A transaction sees the merchant it was opened for, and nothing when it was opened for none.
do $$
declare
    name text;
begin
    foreach name in array array['kol', 'unavailability']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format(
            'create policy own_merchant on %I using (merchant_id = nullif(current_setting(''app.merchant'', true), ''''))', name);
    end loop;
end
$$;

grant select, insert, update on kol to ${app_role};
-- To hold a row takes the right to update it.
grant select, insert, update, delete on unavailability to ${app_role};
