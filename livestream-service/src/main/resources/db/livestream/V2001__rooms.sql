create table room (
    merchant_id   text collate "C" not null,
    room_id       text collate "C" not null,
    name          text not null,
    shop          text collate "C" not null,
    platform      text collate "C" not null,
    platform_room text collate "C",
    state         text collate "C" not null check (state in ('open', 'closed')),
    revision      bigint not null,
    created_at    timestamptz not null,
    changed_at    timestamptz not null,
    primary key (merchant_id, room_id)
);
comment on table room is 'The live rooms of a shop. Their ids are in the order of their making.';

-- A transaction sees the merchant it was opened for, and nothing when it was opened for none.
alter table room enable row level security;
alter table room force row level security;
create policy own_merchant on room using (merchant_id = nullif(current_setting('app.merchant', true), ''));

grant select, insert, update on room to ${app_role};
