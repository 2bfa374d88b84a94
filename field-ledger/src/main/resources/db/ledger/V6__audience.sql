-- Who saw or did something, as sketches: people do not add up over time, and reading all events of a year each time would be slow.

create table audience_sketch (
    merchant_id text collate "C" not null,
    field       smallint not null,
    span        text collate "C" not null check (span in ('quarter-hour', 'day')),
    start       timestamptz not null,
    stage       text collate "C" not null,
    shop        text collate "C" not null,
    sketch      bytea not null,
    primary key (merchant_id, field, span, start, stage, shop)
);
comment on table audience_sketch is 'The people of a stage in a quarter-hour or a day, UTC: a Theta sketch. A function of the events, made when they are stored.';
-- Hashes do not get shorter.
alter table audience_sketch alter column sketch set storage external;
alter table audience_sketch alter column sketch set statistics 0;

create table sketched (
    merchant_id text collate "C" not null,
    field       smallint not null,
    through     bigint not null,
    primary key (merchant_id, field)
);
comment on table sketched is 'Up to which watermark a ledger''s events are in its sketches. Whoever sketches holds the row.';

do $$
declare
    name text;
begin
    foreach name in array array['audience_sketch', 'sketched']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format(
            'create policy own_merchant on %I using (merchant_id = (select nullif(current_setting(''app.merchant'', true), '''')))', name);
    end loop;
end
$$;

grant select, insert, update, delete on audience_sketch to ${app_role};
grant select, insert, update on sketched to ${app_role};
