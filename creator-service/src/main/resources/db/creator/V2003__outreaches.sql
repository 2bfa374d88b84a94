create table outreach (
    merchant_id text collate "C" not null,
    outreach_id text collate "C" not null,
    creator_id  text collate "C" not null,
    owner       text,
    note        text,
    due         json not null,
    due_at      timestamptz,
    state       text collate "C" not null check (state in
        ('invited', 'contacted', 'negotiating', 'sample-sent', 'agreed', 'content-live', 'settled', 'declined')),
    state_since timestamptz not null,
    revision    bigint not null,
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    primary key (merchant_id, outreach_id)
);
comment on table outreach is 'A creator in the pipeline. Whoever begins one holds the creator, so that no creator has two that are open.';
comment on column outreach.due_at is 'By when the state that it is in is to be left: the one of due that counts now.';
create index outreach_of_creator on outreach (merchant_id, creator_id);
create unique index outreach_open on outreach (merchant_id, creator_id) where state not in ('settled', 'declined');
create index outreach_due on outreach (merchant_id, due_at);

-- A transaction sees the merchant it was opened for, and nothing when it was opened for none.
alter table outreach enable row level security;
alter table outreach force row level security;
create policy own_merchant on outreach using (merchant_id = nullif(current_setting('app.merchant', true), ''));

grant select, insert, update on outreach to ${app_role};
