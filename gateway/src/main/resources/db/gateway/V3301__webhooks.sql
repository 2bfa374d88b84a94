create table webhook_endpoint (
    merchant_id         text collate "C" not null,
    webhook_endpoint_id text collate "C" not null,
    url                 text not null,
    types               text[] not null,
    state               text collate "C" not null check (state in ('enabled', 'disabled')),
    disabling           text collate "C" check (disabling in ('asked', 'failing', 'gone')),
    secret_since        timestamptz not null,
    failing_since       timestamptz,
    last_failure_at     timestamptz,
    last_error          text,
    last_success_at     timestamptz,
    revision            bigint not null,
    created_at          timestamptz not null,
    changed_at          timestamptz not null,
    primary key (merchant_id, webhook_endpoint_id),
    check ((state = 'disabled') = (disabling is not null))
);
comment on table webhook_endpoint is 'Where merchants want to be told of what happens. How an endpoint does changes without its revision.';

create table webhook_secret (
    merchant_id         text collate "C" not null,
    webhook_endpoint_id text collate "C" not null,
    number              bigint not null generated always as identity,
    sealed              text not null,
    created_at          timestamptz not null,
    expires_at          timestamptz,
    primary key (merchant_id, webhook_endpoint_id, number),
    foreign key (merchant_id, webhook_endpoint_id) references webhook_endpoint on delete cascade
);
comment on column webhook_secret.sealed is 'AES-256-GCM under a key that is not in the database.';

alter table notification add column message uuid not null default gen_random_uuid();
comment on column notification.message is 'By which receivers know it again. At random, so that a restored database does not give one twice.';

create table webhook_delivery (
    merchant_id         text collate "C" not null,
    webhook_endpoint_id text collate "C" not null,
    position            bigint not null,
    key                 text collate "C" not null,
    state               text collate "C" not null check (state in ('pending', 'delivered', 'failed', 'superseded')),
    attempts            int not null default 0,
    response_status     int,
    last_error          text,
    last_attempt_at     timestamptz,
    primary key (merchant_id, webhook_endpoint_id, position),
    foreign key (merchant_id, webhook_endpoint_id) references webhook_endpoint on delete cascade,
    foreign key (merchant_id, position) references notification on delete cascade
);
comment on table webhook_delivery is 'A notification, told to an endpoint.';
create index webhook_delivery_pending on webhook_delivery (merchant_id, webhook_endpoint_id, key, position)
    where state = 'pending';
create index webhook_delivery_notification on webhook_delivery (merchant_id, position);

create table webhook_lane (
    merchant_id         text collate "C" not null,
    webhook_endpoint_id text collate "C" not null,
    key                 text collate "C" not null,
    failures            int not null default 0,
    due_at              timestamptz not null,
    primary key (merchant_id, webhook_endpoint_id, key),
    foreign key (merchant_id, webhook_endpoint_id) references webhook_endpoint on delete cascade
);
comment on table webhook_lane is
    'There while a delivery of that key is pending. Whoever adds to a lane or takes from it holds its row, so that none is left in it unseen.';
create index webhook_lane_due on webhook_lane (merchant_id, webhook_endpoint_id, due_at);

create table webhook_round (
    merchant_id         text collate "C" not null,
    webhook_endpoint_id text collate "C" not null,
    due_at              timestamptz not null,
    token               text collate "C",
    hastened            boolean not null default false,
    primary key (merchant_id, webhook_endpoint_id),
    foreign key (merchant_id, webhook_endpoint_id) references webhook_endpoint on delete cascade
);
comment on table webhook_round is 'When an enabled endpoint comes up next.';
comment on column webhook_round.token is 'Of whoever has taken it, until it is done.';
create index webhook_round_due on webhook_round (due_at);

create table webhook_sight (
    merchant_id text collate "C" not null,
    watch       text collate "C" not null,
    id          text collate "C" not null,
    fields      text[] not null,
    data        json not null,
    primary key (merchant_id, watch, id)
);
comment on table webhook_sight is 'What a watch saw last.';

create table webhook_watched (
    merchant_id text collate "C" not null,
    watch       text collate "C" not null,
    field       text collate "C" not null,
    primary key (merchant_id, watch, field)
);
comment on table webhook_watched is 'The fields at which a watch has looked before: what is new there is news.';

do $$
declare
    name text;
begin
    foreach name in array array[
        'webhook_endpoint', 'webhook_secret', 'webhook_delivery', 'webhook_lane', 'webhook_sight', 'webhook_watched']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format(
            'create policy own_merchant on %I using (merchant_id = nullif(current_setting(''app.merchant'', true), ''''))', name);
    end loop;
end
$$;

-- Whoever looks for the next does not know of whom: here stand ids and times, and nothing that is a merchant's.
alter table webhook_round enable row level security;
alter table webhook_round force row level security;
create policy any_merchant on webhook_round using (true);

grant select, insert, update, delete on
    webhook_endpoint, webhook_secret, webhook_delivery, webhook_lane, webhook_round, webhook_sight, webhook_watched
    to ${app_role};
-- Whoever sweeps holds what is old; that takes a right to update, and nothing is.
grant delete, update (recorded_at) on notification to ${app_role};
