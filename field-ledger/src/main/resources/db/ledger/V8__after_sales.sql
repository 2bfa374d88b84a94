-- The way to what came of sales in some weeks: refunds and complaints are few among all that happened meanwhile.
--
-- Concurrently, for ledgers are written to while their service is upgraded; outside of a transaction, as that must be. One that was broken off is begun again.

drop index concurrently if exists event_after_sales;
create index concurrently event_after_sales on event (merchant_id, field, type, occurred_at)
    where type in ('order.refunded', 'service');
