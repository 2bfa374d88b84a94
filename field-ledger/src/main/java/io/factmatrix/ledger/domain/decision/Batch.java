package io.factmatrix.ledger.domain.decision;

import io.factmatrix.ledger.domain.decision.Decision.Duplicate;
import io.factmatrix.ledger.domain.decision.Decision.Rejected;
import io.factmatrix.ledger.domain.decision.Decision.Stored;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Rejection;
import io.factmatrix.ledger.domain.event.State;
import io.factmatrix.ledger.domain.order.Order;
import io.factmatrix.ledger.domain.rollup.Rollup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides events one after the other against what is known, and gathers what the ledger is to keep of them: new facts, changes
 * of state, changes of the rollups. Pure: the store loads what is {@link Known} and keeps what is gathered.
 */
public final class Batch {

    private static final Duration AHEAD = Duration.ofHours(24);

    private final Known known;
    private final Instant now;
    private final List<Event> stored = new ArrayList<>();
    private final Map<String, State> states = new HashMap<>();
    private final Rollup rollup = new Rollup();
    private final Set<Order.Key> orders = new LinkedHashSet<>();
    private final Map<String, State> statesBefore = new HashMap<>();

    /**
     * @param now the database's clock: it alone judges what lies ahead
     */
    public Batch(Known known, Instant now) {
        this.known = known;
        this.now = now;
    }

    /** Decides the next event. */
    public Decision decide(Event event) {
        var same = known.event(event.id());
        if (same != null) {
            return same.equals(event) ? new Duplicate() : new Rejected(conflict(event));
        }
        var refusal = refusal(event);
        if (refusal.isPresent()) {
            return new Rejected(refusal.get());
        }
        take(event);
        return new Stored();
    }

    private static Rejection conflict(Event event) {
        return new Rejection(
                "event.conflict",
                "id: %s (expected: the content that was stored under this id, or an id of its own)"
                        .formatted(event.id()));
    }

    private Optional<Rejection> refusal(Event event) {
        if (event.occurredAt().isAfter(now.plus(AHEAD))) {
            return Optional.of(Rejection.invalid("occurredAt", event.occurredAt(), "at most 24 h after " + now));
        }
        var refusal = Corrections.refusal(event, known);
        // A refund that was corrected before it came counts for nothing, so it cannot exceed anything.
        return refusal.isPresent() || known.isSuperseded(event.id())
                ? refusal
                : Order.Key.of(event).flatMap(key -> known.order(key).refusal(event));
    }

    private void take(Event event) {
        stored.add(event);
        var key = Order.Key.of(event);
        if (key.isPresent()) {
            touch(key.get());
        } else {
            takeOut(event);
            if (known.isSuperseded(event.id())) {
                states.put(event.id(), State.REPLACED);
            } else {
                rollup.apply(event, 1);
            }
        }
        known.add(event);
    }

    /** Orders are summed as a whole: their figures before are taken out once, their figures after put in at the end. */
    private void touch(Order.Key key) {
        if (orders.add(key)) {
            var order = known.order(key);
            order.addTo(rollup, -1);
            statesBefore.putAll(order.states());
        }
    }

    private void takeOut(Event event) {
        takeOut(event.replaces());
        takeOut(event.settles());
    }

    private void takeOut(@Nullable String target) {
        var replaced = target == null ? null : known.event(target);
        if (replaced != null && !known.isSuperseded(replaced.id())) {
            rollup.apply(replaced, -1);
            states.put(replaced.id(), State.REPLACED);
        }
    }

    /** What the ledger is to keep; called once, after the last decision. */
    public Changes changes() {
        for (var key : orders) {
            var order = known.order(key);
            order.addTo(rollup, 1);
            var after = order.states();
            states.putAll(after);
            statesBefore.keySet().removeAll(after.keySet());
        }
        statesBefore.keySet().forEach(id -> states.put(id, State.COUNTED));
        return new Changes(stored, states, rollup);
    }

    /**
     * What a batch changes.
     *
     * @param facts the events to store, in recorded order
     * @param states new states by event id; an event that is counted needs none, and loses the one it had
     */
    public record Changes(List<Event> facts, Map<String, State> states, Rollup rollup) {}
}
