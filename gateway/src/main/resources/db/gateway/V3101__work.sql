create table work_rule (
    merchant_id  text collate "C" not null,
    kind         text collate "C" not null,
    is_on        boolean not null,
    department   text collate "C",
    due_in_hours integer not null,
    currency     text collate "C" not null,
    zone         text collate "C" not null,
    thresholds   json not null,
    revision     bigint not null,
    looked_at    timestamptz,
    primary key (merchant_id, kind)
);
comment on table work_rule is 'What a merchant sets of a rule, once it was looked at or changed; whoever compares what it finds with the queue holds its row.';
comment on column work_rule.looked_at is 'At which moment what was last compared held: what held before it comes too late.';

create table work_item (
    merchant_id  text collate "C" not null,
    work_item_id text collate "C" not null,
    rule         text collate "C" not null,
    cause        text collate "C" not null,
    department   text collate "C" not null,
    fields       text[] not null,
    subject      json not null,
    facts        json not null,
    evidence     text not null,
    currency     text collate "C",
    value        numeric,
    lower_value  numeric,
    upper_value  numeric,
    unknown      text,
    mark         text not null,
    weight       numeric not null,
    state        text collate "C" not null check (state in ('open', 'taken', 'done', 'dismissed', 'closed')),
    assignee     text,
    reason       text,
    due_at       timestamptz not null,
    reopened_of  text collate "C",
    gone_at      timestamptz,
    gone_because text,
    revision     bigint not null,
    created_at   timestamptz not null,
    changed_at   timestamptz not null,
    primary key (merchant_id, work_item_id)
);
comment on table work_item is 'What departments have to do. Their ids are in the order of their making. Money is in minor units of its currency.';

-- Of a cause that stands there is one item, whoever found it.
create unique index work_item_of_cause on work_item (merchant_id, rule, cause) where gone_at is null;
create index work_item_before on work_item (merchant_id, rule, cause, work_item_id);

-- A transaction sees the merchant it was opened for, and nothing when it was opened for none.
alter table work_rule enable row level security;
alter table work_rule force row level security;
create policy own_merchant on work_rule using (merchant_id = nullif(current_setting('app.merchant', true), ''));
alter table work_item enable row level security;
alter table work_item force row level security;
create policy own_merchant on work_item using (merchant_id = nullif(current_setting('app.merchant', true), ''));

grant select, insert, update on work_rule, work_item to ${app_role};
