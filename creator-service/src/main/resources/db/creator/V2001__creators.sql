create table creator_directory (
    merchant_id text collate "C" not null,
    primary key (merchant_id)
);
comment on table creator_directory is 'A row a merchant, held by whoever gives an account to a creator, so that no two have the same.';

create table creator (
    merchant_id text collate "C" not null,
    creator_id  text collate "C" not null,
    name        text not null,
    platform    text collate "C" not null check (platform in ('douyin', 'tiktok-shop')),
    handle      text collate "C" not null,
    tier        text collate "C" not null check (tier in ('head', 'mid', 'tail', 'seed')),
    categories  text[] not null,
    prices      json not null,
    audience    json not null,
    past        json not null,
    state       text collate "C" not null check (state in ('active', 'blocked')),
    revision    bigint not null,
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    primary key (merchant_id, creator_id),
    unique (merchant_id, platform, handle)
);
comment on table creator is 'Who sells with content of their own. What is not known is absent from the JSON, and never 0.';

-- A transaction sees the merchant it was opened for, and nothing when it was opened for none.
do $$
declare
    name text;
begin
    foreach name in array array['creator_directory', 'creator']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format(
            'create policy own_merchant on %I using (merchant_id = nullif(current_setting(''app.merchant'', true), ''''))', name);
    end loop;
end
$$;

grant select, insert, update on creator_directory, creator to ${app_role};
