-- The way to the events that contradict something, however many others are replaced or parked. By the event's id, which never
-- changes: a reader that goes on behind the last one it saw misses none that was there all the time.
create index event_state_conflict on event_state (merchant_id, field, event_id, state) where state in ('outclaimed', 'invalid');
