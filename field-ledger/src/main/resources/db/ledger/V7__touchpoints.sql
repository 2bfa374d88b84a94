-- The way to what happened at one touchpoint, whenever that was: the review of a session reads the refunds that came weeks later, too,
-- and not all that happened elsewhere meanwhile.

create index sales_rollup_of_touchpoint on sales_rollup (merchant_id, field, touchpoint, bucket);
create index yielded_rollup_of_touchpoint on yielded_rollup (merchant_id, field, touchpoint, bucket);
create index traffic_rollup_of_touchpoint on traffic_rollup (merchant_id, field, touchpoint, bucket);
create index cost_rollup_of_touchpoint on cost_rollup (merchant_id, field, touchpoint, bucket);
create index ticket_rollup_of_touchpoint on ticket_rollup (merchant_id, field, touchpoint, bucket);
create index first_purchase_of_touchpoint on first_purchase (merchant_id, field, touchpoint, occurred_at);
-- Of the facts only what is read of a touchpoint: who paid, and when, and its traffic; of that the few events that counted people apart,
-- so that a thousand sessions are compared without reading all their orders.
create index event_of_touchpoint on event (merchant_id, field, touchpoint, type, occurred_at)
    where touchpoint is not null and type in ('order.paid', 'traffic');
create index event_of_people on event (merchant_id, field, touchpoint) where people is not null;
