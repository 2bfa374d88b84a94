-- What is planned for a burst.

create table campaign (
    merchant_id text collate "C" not null,
    campaign_id text collate "C" not null,
    kind        text collate "C" not null check (kind in ('platform-promotion', 'marketing-ip', 'industry-event')),
    name        text not null,
    starts_at   timestamptz,
    ends_at     timestamptz check (ends_at > starts_at),
    phases      json not null,
    goals       json not null,
    budgets     json not null,
    scope       json not null,
    pages       json not null,
    state       text collate "C" not null check (state in ('draft', 'scheduled', 'running', 'ended', 'reported', 'cancelled')),
    revision    bigint not null,
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    primary key (merchant_id, campaign_id)
);
comment on table campaign is 'Campaigns of a merchant. starts_at and ends_at are those of the first and the last phase.';

create table campaign_page (
    merchant_id text collate "C" not null,
    shop        text collate "C" not null,
    touchpoint  text collate "C" not null,
    campaign_id text collate "C" not null,
    primary key (merchant_id, shop, touchpoint)
);
comment on table campaign_page is 'Whose page it is. A campaign that is cancelled has none any more.';
create index campaign_page_of_campaign on campaign_page (merchant_id, campaign_id);

-- A transaction sees the merchant it was opened for, and nothing when it was opened for none.
do $$
declare
    name text;
begin
    foreach name in array array['campaign', 'campaign_page']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format(
            'create policy own_merchant on %I using (merchant_id = nullif(current_setting(''app.merchant'', true), ''''))', name);
    end loop;
end
$$;

grant select, insert, update on campaign to ${app_role};
grant select, insert, delete on campaign_page to ${app_role};
