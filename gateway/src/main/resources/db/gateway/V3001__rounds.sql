-- What belongs to no field. The merchant comes first in every key; text is compared as bytes.

create table round (
    merchant_id text collate "C" not null,
    task        text collate "C" not null,
    due_at      timestamptz not null,
    token       text collate "C",
    primary key (merchant_id, task)
);
comment on table round is 'When a merchant comes up next in what is done for each now and then.';
comment on column round.token is 'Of whoever has taken it, until it is done.';

create index round_due on round (task, due_at);

create table notification (
    merchant_id text collate "C" not null,
    position    bigint not null generated always as identity,
    recorded_at timestamptz not null default clock_timestamp(),
    type        text collate "C" not null,
    key         text collate "C" not null,
    data        json not null,
    primary key (merchant_id, position)
);
comment on table notification is 'What happened and is to be told; kept in the transaction of what happened.';

alter table notification enable row level security;
alter table notification force row level security;
create policy own_merchant on notification using (merchant_id = nullif(current_setting('app.merchant', true), ''));

-- Whoever looks for the next does not know of whom: here stand names and times, and nothing that is a merchant's.
alter table round enable row level security;
alter table round force row level security;
create policy any_merchant on round using (true);

grant usage on schema public to ${app_role};
grant select, insert, update, delete on round to ${app_role};
grant select, insert on notification to ${app_role};
