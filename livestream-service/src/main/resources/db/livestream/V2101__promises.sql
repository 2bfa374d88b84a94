-- Which lines of which sessions promise a product is asked whenever anybody promises it in any field.
create index rundown_line_of_product on rundown_line (merchant_id, product);
create index session_by_time on session (merchant_id, ends_at);
