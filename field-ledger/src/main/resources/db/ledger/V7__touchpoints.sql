-- The way to what happened at one touchpoint, whenever that was: the review of a session reads the refunds that came weeks later, too,
-- and not all that happened elsewhere meanwhile.
--
-- Concurrently, for ledgers are written to while their service is upgraded; outside of a transaction, as that must be. One that was broken off is begun again.

drop index concurrently if exists sales_rollup_of_touchpoint;
create index concurrently sales_rollup_of_touchpoint on sales_rollup (merchant_id, field, touchpoint, bucket);
drop index concurrently if exists yielded_rollup_of_touchpoint;
create index concurrently yielded_rollup_of_touchpoint on yielded_rollup (merchant_id, field, touchpoint, bucket);
drop index concurrently if exists traffic_rollup_of_touchpoint;
create index concurrently traffic_rollup_of_touchpoint on traffic_rollup (merchant_id, field, touchpoint, bucket);
drop index concurrently if exists cost_rollup_of_touchpoint;
create index concurrently cost_rollup_of_touchpoint on cost_rollup (merchant_id, field, touchpoint, bucket);
drop index concurrently if exists ticket_rollup_of_touchpoint;
create index concurrently ticket_rollup_of_touchpoint on ticket_rollup (merchant_id, field, touchpoint, bucket);
drop index concurrently if exists first_purchase_of_touchpoint;
create index concurrently first_purchase_of_touchpoint on first_purchase (merchant_id, field, touchpoint, occurred_at);
-- Of the facts only what is read of a touchpoint: who paid, and when, and its traffic; of that the few events that counted people apart,
-- so that a thousand sessions are compared without reading all their orders.
drop index concurrently if exists event_of_touchpoint;
create index concurrently event_of_touchpoint on event (merchant_id, field, touchpoint, type, occurred_at)
    where touchpoint is not null and type in ('order.paid', 'traffic');
drop index concurrently if exists event_of_people;
create index concurrently event_of_people on event (merchant_id, field, touchpoint) where people is not null;
