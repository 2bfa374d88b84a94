create table make_good (
    merchant_id   text collate "C" not null,
    make_good_id  text collate "C" not null,
    engagement_id text collate "C" not null,
    kind          text collate "C" not null check (kind in ('extra-slot', 'refund-of-fee', 'other')),
    amount        bigint check (amount > 0),
    currency      text collate "C",
    made_good_by  text collate "C",
    note          text,
    state         text collate "C" not null check (state in ('proposed', 'agreed', 'done')),
    revision      bigint not null,
    created_at    timestamptz not null,
    changed_at    timestamptz not null,
    primary key (merchant_id, make_good_id),
    check ((amount is null) = (currency is null) and (amount is null) <> (made_good_by is null))
);
comment on table make_good is 'How a shortfall is made good: by money, in minor units, or by another engagement. Whoever proposes one holds its engagement.';
create index make_good_of_engagement on make_good (merchant_id, engagement_id, make_good_id);

alter table make_good enable row level security;
alter table make_good force row level security;
create policy own_merchant on make_good using (merchant_id = nullif(current_setting('app.merchant', true), ''));

grant select, insert, update on make_good to ${app_role};
