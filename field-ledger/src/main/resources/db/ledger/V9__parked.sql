-- How many refunds wait for their lines is asked by who runs the service, of all merchants together; nothing else of them is told.
create index event_state_parked on event_state (merchant_id, field) where state = 'parked';
create policy owner_counts_parked on event_state for select to current_user using (state = 'parked');
create function parked_refunds() returns bigint
    language sql stable security definer set search_path = public
    as 'select count(*) from public.event_state where state = ''parked''';
revoke all on function parked_refunds() from public;
grant execute on function parked_refunds() to ${app_role};
