alter table webhook_endpoint add column spared_until timestamptz;
comment on column webhook_endpoint.spared_until is 'Until when it asked to be left alone; null when it did not, or is reached again.';
