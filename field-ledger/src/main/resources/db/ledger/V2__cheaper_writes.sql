-- The merchant of a transaction is asked for once a statement, and not once a row.
do $$
declare
    name text;
begin
    foreach name in array array['ledger', 'event', 'event_state', 'sales_rollup', 'traffic_rollup', 'cost_rollup', 'ticket_rollup']
    loop
        execute format(
            'alter policy own_merchant on %I using (merchant_id = (select nullif(current_setting(''app.merchant'', true), '''')))', name);
    end loop;
end
$$;

-- Room on each page, so that a sum that is added to stays on its page and its index entry is spared.
alter table sales_rollup set (fillfactor = 75);
alter table traffic_rollup set (fillfactor = 75);
alter table cost_rollup set (fillfactor = 75);
alter table ticket_rollup set (fillfactor = 75);
alter table ledger set (fillfactor = 50);

-- No statement chooses rows by a sum, or by what an event tells beside where, when and what it concerns: their statistics would only cost.
do $$
declare
    sum record;
begin
    for sum in
        select table_name, column_name from information_schema.columns
        where table_schema = current_schema()
            and (table_name like '%\_rollup' and data_type = 'numeric'
                or table_name = 'event' and column_name in (
                    'recorded_at', 'line', 'quantity', 'amount', 'kind', 'estimated', 'started_at', 'counters', 'people', 'reason'))
    loop
        execute format('alter table %I alter column %I set statistics 0', sum.table_name, sum.column_name);
    end loop;
end
$$;
