create table screening (
    merchant_id  text collate "C" not null,
    screening_id text collate "C" not null,
    plan         json not null,
    revision     bigint not null,
    created_at   timestamptz not null,
    changed_at   timestamptz not null,
    primary key (merchant_id, screening_id)
);
comment on table screening is 'Questions to the directory, to be asked again; what they find is not kept.';

-- A transaction sees the merchant it was opened for, and nothing when it was opened for none.
alter table screening enable row level security;
alter table screening force row level security;
create policy own_merchant on screening using (merchant_id = nullif(current_setting('app.merchant', true), ''));

grant select, insert, update on screening to ${app_role};
