-- What every service needs to be written to. The merchant comes first in every key; text is compared as bytes.

create table kept_answer (
    merchant_id text collate "C" not null,
    key         text collate "C" not null,
    request     text collate "C" not null,
    answered_at timestamptz not null,
    status      smallint not null,
    etag        text,
    location    text,
    body        text not null,
    primary key (merchant_id, key)
);
comment on table kept_answer is 'What a write under an Idempotency-Key was answered with, for whoever asks again.';
comment on column kept_answer.request is 'SHA-256 of method, path and body.';

create index kept_answer_age on kept_answer (merchant_id, answered_at);

create table audit_trail (
    merchant_id text collate "C" not null,
    position    bigint not null,
    recorded_at timestamptz not null,
    primary key (merchant_id)
);
comment on table audit_trail is 'One row a merchant: the last position. Whoever records a change holds it.';

create table audit_entry (
    merchant_id text collate "C" not null,
    position    bigint not null,
    recorded_at timestamptz not null,
    subject     text,
    roles       json not null,
    resource    text collate "C" not null,
    resource_id text collate "C" not null,
    action      text collate "C" not null,
    changes     json not null,
    primary key (merchant_id, position)
);
comment on table audit_entry is 'Who changed what: appended, never changed.';
comment on column audit_entry.changes is 'name, from and to of each member; json and not jsonb, which would not keep it as it was written.';

create index audit_entry_of_thing on audit_entry (merchant_id, resource, resource_id, position);

-- Not even the owner changes what was recorded. Of statements, not of rows: under row-level security the owner has none.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% of % is refused: it is only appended to', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_entry_is_appended_to before update or delete or truncate on audit_entry
    for each statement execute function refuse_change();

-- The second lock behind the token: a transaction sees the merchant it was opened for, and nothing when it was opened for none.
do $$
declare
    name text;
begin
    foreach name in array array['kept_answer', 'audit_trail', 'audit_entry']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format(
            'create policy own_merchant on %I using (merchant_id = nullif(current_setting(''app.merchant'', true), ''''))', name);
    end loop;
end
$$;

grant usage on schema public to ${app_role};
grant select, insert, update, delete on kept_answer to ${app_role};
grant select, insert, update on audit_trail to ${app_role};
grant select, insert on audit_entry to ${app_role};
