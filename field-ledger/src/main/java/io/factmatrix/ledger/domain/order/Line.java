package io.factmatrix.ledger.domain.order;

import io.factmatrix.ledger.domain.event.Content.OrderPaid;
import io.factmatrix.ledger.domain.event.Content.OrderRefunded;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order: what was sent about it, in recorded order, and what of that counts. Nothing here depends on the order of
 * arrival but the judgement of refunds that together exceed their line.
 */
final class Line {

    private final List<Event> paid = new ArrayList<>(1);
    private final List<Event> refunded = new ArrayList<>(0);
    private final Set<String> replaced = new HashSet<>(0);

    void add(Event event) {
        (event.content() instanceof OrderPaid ? paid : refunded).add(event);
        if (event.replaces() != null) {
            replaced.add(event.replaces());
        }
    }

    /** The one paid event that is not a correction, if it has come. */
    @Nullable Event original() {
        return paid.stream()
                .filter(event -> event.replaces() == null)
                .findFirst()
                .orElse(null);
    }

    /**
     * The paid event that counts. While a correction in the midst of a chain is still under way, two ends of chains are known: a
     * correction counts before the original; among corrections the greater id, so that the choice does not depend on arrival.
     */
    @Nullable Event current() {
        return paid.stream()
                .filter(event -> !replaced.contains(event.id()))
                .max(Comparator.comparing((Event event) -> isOriginals(event) ? 0 : 1)
                        .thenComparing(Event::id))
                .orElse(null);
    }

    /** Whether that event is the original or leads back to it without a gap. */
    private boolean isOriginals(Event event) {
        @Nullable Event step = event;
        while (step != null && step.replaces() != null) {
            var target = step.replaces();
            step = paid.stream()
                    .filter(earlier -> earlier.id().equals(target))
                    .findFirst()
                    .orElse(null);
        }
        return step != null;
    }

    /** The refunds that count against the paid event. */
    List<Event> countedRefunds(Event current) {
        var counted = new ArrayList<Event>(refunded.size());
        var paidMoney = ((OrderPaid) current.content()).amount();
        long left = paidMoney.minor();
        for (var refund : refunded) {
            var money = ((OrderRefunded) refund.content()).amount();
            if (!replaced.contains(refund.id())
                    && money.currency().equals(paidMoney.currency())
                    && money.minor() <= left) {
                left -= money.minor();
                counted.add(refund);
            }
        }
        return counted;
    }

    /** What has been refunded of the paid event so far, in its minor units. */
    long refundedOf(Event current) {
        return countedRefunds(current).stream()
                .mapToLong(refund -> ((OrderRefunded) refund.content()).amount().minor())
                .sum();
    }

    /** What was left of the paid event when that refund's turn came, in its minor units. */
    long leftFor(Event refund, Event current) {
        var counted = countedRefunds(current);
        long left = ((OrderPaid) current.content()).amount().minor();
        for (var earlier : refunded.subList(0, refunded.indexOf(refund))) {
            if (counted.contains(earlier)) {
                left -= ((OrderRefunded) earlier.content()).amount().minor();
            }
        }
        return left;
    }

    /** The paid event by which the field claims this line: the one that counts, and no sample. */
    @Nullable Event claim() {
        var current = current();
        return current == null || ((OrderPaid) current.content()).sample() ? null : current;
    }

    /**
     * The state of every event of this line that is not simply counted.
     *
     * @param outclaimed a stronger field claims this line, too
     */
    Map<String, State> states(boolean outclaimed) {
        if (paid.size() == 1 && refunded.isEmpty() && replaced.isEmpty() && !outclaimed) {
            return Map.of();
        }
        var states = new HashMap<String, State>();
        var current = current();
        paid.stream().filter(event -> !event.equals(current)).forEach(event -> states.put(event.id(), State.REPLACED));
        var counted = current == null ? List.<Event>of() : countedRefunds(current);
        var claim = outclaimed ? claim() : null;
        if (claim != null) {
            states.put(claim.id(), State.OUTCLAIMED);
            counted.forEach(refund -> states.put(refund.id(), State.OUTCLAIMED));
        }
        for (var refund : refunded) {
            if (replaced.contains(refund.id())) {
                states.put(refund.id(), State.REPLACED);
            } else if (current == null) {
                states.put(refund.id(), State.PARKED);
            } else if (!counted.contains(refund)) {
                states.put(refund.id(), State.INVALID);
            }
        }
        return states;
    }
}
