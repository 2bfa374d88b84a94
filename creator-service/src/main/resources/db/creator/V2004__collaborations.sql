create table collaboration (
    merchant_id      text collate "C" not null,
    collaboration_id text collate "C" not null,
    kind             text collate "C" not null check (kind in ('open', 'targeted')),
    terms            json not null,
    state            text collate "C" not null check (state in ('draft', 'active', 'ended', 'cancelled')),
    revision         bigint not null,
    created_at       timestamptz not null,
    changed_at       timestamptz not null,
    primary key (merchant_id, collaboration_id)
);
comment on table collaboration is 'What creators are offered. Whoever takes part in one holds it, and so does whoever changes it.';

create table participation (
    merchant_id        text collate "C" not null,
    participation_id   text collate "C" not null,
    collaboration_id   text collate "C" not null,
    creator_id         text collate "C" not null,
    sample             json not null,
    content_due        timestamptz,
    touchpoints        text[] collate "C" not null,
    content_linked_at  timestamptz,
    sample_awaited_by  timestamptz,
    content_awaited_by timestamptz,
    revision           bigint not null,
    created_at         timestamptz not null,
    changed_at         timestamptz not null,
    primary key (merchant_id, participation_id),
    unique (merchant_id, collaboration_id, creator_id)
);
comment on column participation.content_linked_at is 'When content was linked for the first time: from then on the fixed fee is owed.';
comment on column participation.sample_awaited_by is 'By when the sample is to be received, until it is; content_awaited_by likewise.';
create index participation_of_creator on participation (merchant_id, creator_id);
create index participation_sample_awaited on participation (merchant_id, sample_awaited_by);
create index participation_content_awaited on participation (merchant_id, content_awaited_by);

create table participation_touchpoint (
    merchant_id      text collate "C" not null,
    touchpoint       text collate "C" not null,
    participation_id text collate "C" not null,
    primary key (merchant_id, touchpoint)
);
comment on table participation_touchpoint is 'Whose content a touchpoint is: that of one participation at most.';
create index touchpoint_of_participation on participation_touchpoint (merchant_id, participation_id);

-- A transaction sees the merchant it was opened for, and nothing when it was opened for none.
do $$
declare
    name text;
begin
    foreach name in array array['collaboration', 'participation', 'participation_touchpoint']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format(
            'create policy own_merchant on %I using (merchant_id = (select nullif(current_setting(''app.merchant'', true), '''')))', name);
    end loop;
end
$$;

grant select, insert, update on collaboration, participation to ${app_role};
grant select, insert, delete on participation_touchpoint to ${app_role};
