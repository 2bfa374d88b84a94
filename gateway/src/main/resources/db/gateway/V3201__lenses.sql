-- What stands for each letter of a lens, by merchant.

create table lens_definition (
    merchant_id text collate "C" not null,
    lens        text collate "C" not null,
    letters     json not null,
    revision    bigint not null,
    primary key (merchant_id, lens)
);
comment on table lens_definition is 'What a lens shows a merchant; without a row, what it shows by default.';

-- A transaction sees the merchant it was opened for, and nothing when it was opened for none.
alter table lens_definition enable row level security;
alter table lens_definition force row level security;
create policy own_merchant on lens_definition using (merchant_id = nullif(current_setting('app.merchant', true), ''));

grant select, insert, update on lens_definition to ${app_role};
