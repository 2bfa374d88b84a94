-- What is about to be promised. The merchant comes first in every key; text is compared as bytes.

create table announcement (
    merchant_id     text collate "C" not null,
    announcement_id text collate "C" not null,
    promises        json not null,
    old_at          timestamptz not null,
    primary key (merchant_id, announcement_id)
);
comment on table announcement is 'Promises that a write is about to keep. One holds until its row is gone: removed in the transaction of the write, withdrawn, or found to be too old.';

alter table announcement enable row level security;
alter table announcement force row level security;
create policy own_merchant on announcement using (merchant_id = nullif(current_setting('app.merchant', true), ''));

-- To hold a row takes the right to update it.
grant select, insert, update, delete on announcement to ${app_role};
