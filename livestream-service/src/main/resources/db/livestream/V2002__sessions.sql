-- Who is on air, when, and with what.

create table host (
    merchant_id       text collate "C" not null,
    host_id           text collate "C" not null,
    name              text not null,
    zone              text collate "C" not null,
    minutes_per_shift bigint not null,
    minutes_per_day   bigint not null,
    minutes_per_week  bigint not null,
    break_minutes     bigint not null,
    state             text collate "C" not null check (state in ('active', 'left')),
    revision          bigint not null,
    created_at        timestamptz not null,
    changed_at        timestamptz not null,
    primary key (merchant_id, host_id)
);

create table shift (
    merchant_id text collate "C" not null,
    shift_id    text collate "C" not null,
    host_id     text collate "C" not null,
    room_id     text collate "C" not null,
    starts_at   timestamptz not null,
    ends_at     timestamptz not null check (ends_at > starts_at),
    state       text collate "C" not null check (state in ('planned', 'cancelled')),
    revision    bigint not null,
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    primary key (merchant_id, shift_id)
);
comment on table shift is 'A host''s time in a room. Whoever plans one holds the host, so that no host is in two places.';
create index shift_of_host on shift (merchant_id, host_id, starts_at);
create index shift_in_room on shift (merchant_id, room_id, starts_at);

create table session (
    merchant_id text collate "C" not null,
    session_id  text collate "C" not null,
    room_id     text collate "C" not null,
    title       text not null,
    starts_at   timestamptz not null,
    ends_at     timestamptz not null check (ends_at > starts_at),
    shop        text collate "C" not null,
    touchpoint  text collate "C" not null,
    assets      json not null,
    state       text collate "C" not null check (state in ('planned', 'ready', 'live', 'ended', 'reviewed', 'cancelled')),
    started_at  timestamptz,
    ended_at    timestamptz check (ended_at > started_at),
    revision    bigint not null,
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    primary key (merchant_id, session_id),
    unique (merchant_id, shop, touchpoint)
);
comment on table session is 'Planned from starts_at to ends_at, on air from started_at to ended_at. Whoever plans one, or goes live, holds the room.';
create index session_in_room on session (merchant_id, room_id, starts_at);
create index session_by_end on session (merchant_id, ended_at);

create table rundown (
    merchant_id text collate "C" not null,
    session_id  text collate "C" not null,
    revision    bigint not null,
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    primary key (merchant_id, session_id)
);
comment on table rundown is 'One row a session, made with it. Whoever changes it or its lines holds the session.';

create table rundown_line (
    merchant_id         text collate "C" not null,
    session_id          text collate "C" not null,
    line_id             text collate "C" not null,
    rank                bigint not null,
    product             text collate "C",
    title               text,
    price               bigint,
    price_currency      text collate "C",
    list_price          bigint,
    list_price_currency text collate "C",
    stock               bigint,
    segments            json not null,
    assets              json not null,
    revision            bigint not null,
    primary key (merchant_id, session_id, line_id)
);
comment on table rundown_line is 'Lines stand in the order of their ranks. Prices in minor units.';

create table rundown_template (
    merchant_id         text collate "C" not null,
    rundown_template_id text collate "C" not null,
    name                text not null,
    lines               json not null,
    revision            bigint not null,
    created_at          timestamptz not null,
    changed_at          timestamptz not null,
    primary key (merchant_id, rundown_template_id)
);

create table gate_rule (
    merchant_id  text collate "C" not null,
    gate_rule_id text collate "C" not null,
    name         text not null,
    gate         text collate "C" not null check (gate in ('brand', 'selection', 'discount', 'script')),
    severity     text collate "C" not null check (severity in ('blocking', 'warning')),
    fix          text,
    condition    json not null,
    state        text collate "C" not null check (state in ('active', 'retired')),
    revision     bigint not null,
    created_at   timestamptz not null,
    changed_at   timestamptz not null,
    primary key (merchant_id, gate_rule_id)
);

create table gate_override (
    merchant_id text collate "C" not null,
    session_id  text collate "C" not null,
    failure     text collate "C" not null,
    reason      text not null,
    subject     text,
    given_at    timestamptz not null,
    primary key (merchant_id, session_id, failure)
);
comment on table gate_override is 'Who let a session go live in spite of a failure, and why. The failure is named by what it is made of: another one is not overridden.';

create table session_review (
    merchant_id text collate "C" not null,
    session_id  text collate "C" not null,
    reviewed_at timestamptz not null,
    figures     json not null,
    primary key (merchant_id, session_id)
);
comment on table session_review is 'The figures of a session as they were when it was reviewed: what comes later shows beside them.';

-- A transaction sees the merchant it was opened for, and nothing when it was opened for none.
do $$
declare
    name text;
begin
    foreach name in array array['host', 'shift', 'session', 'rundown', 'rundown_line', 'rundown_template', 'gate_rule', 'gate_override',
        'session_review']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format(
            'create policy own_merchant on %I using (merchant_id = nullif(current_setting(''app.merchant'', true), ''''))', name);
    end loop;
end
$$;

grant select, insert, update on host, shift, session, rundown, rundown_template, gate_rule, session_review to ${app_role};
grant select, insert, update, delete on rundown_line to ${app_role};
grant select, insert on gate_override to ${app_role};
