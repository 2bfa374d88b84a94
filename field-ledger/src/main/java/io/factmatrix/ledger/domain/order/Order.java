package io.factmatrix.ledger.domain.order;

import io.factmatrix.ledger.domain.event.Content.OfOrder;
import io.factmatrix.ledger.domain.event.Content.OrderPaid;
import io.factmatrix.ledger.domain.event.Content.OrderRefunded;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.ledger.domain.event.Rejection;
import io.factmatrix.ledger.domain.event.State;
import io.factmatrix.ledger.domain.rollup.Cell;
import io.factmatrix.ledger.domain.rollup.Rollup;
import io.factmatrix.ledger.domain.rollup.Sale;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * An order of one shop in one field: everything that was sent about its lines, and what it counts for. What it counts for is a
 * function of what it holds, so that a change is always the figures after less the figures before.
 */
public final class Order {

    /** Of two fields that claim alike, the stronger one is first. */
    public static final Comparator<Event> EARLIEST = Comparator.comparing(Event::occurredAt)
            .thenComparing(Event::id)
            .thenComparing(Event::field, Comparator.reverseOrder());

    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Set<String> outclaimed = new HashSet<>(0);

    /** The order of that event; the key by which its events are found. */
    public record Key(String shop, String order) {
        /** The order that an event concerns, or empty when it concerns none. */
        public static Optional<Key> of(Event event) {
            return event.content() instanceof OfOrder content
                    ? Optional.of(new Key(event.shop(), content.order()))
                    : Optional.empty();
        }
    }

    /** Takes in what was recorded; the order of calls is the recorded order. */
    public void add(Event event) {
        lines.computeIfAbsent(((OfOrder) event.content()).line(), line -> new Line())
                .add(event);
    }

    /** These of its lines count in a stronger field, and no others. */
    public void outclaim(Collection<String> lines) {
        outclaimed.clear();
        outclaimed.addAll(lines);
    }

    /** The lines that were ever paid here. */
    public Set<String> paidLines() {
        var paid = new HashSet<String>();
        lines.forEach((number, line) -> {
            if (line.current() != null) {
                paid.add(number);
            }
        });
        return paid;
    }

    /** The paid event of that line which counts, or would if no stronger field claimed the line; null when none has come. */
    public @Nullable Event paid(String line) {
        var known = lines.get(line);
        return known == null ? null : known.current();
    }

    /** What has been refunded of a paid line. */
    public Money refunded(String line) {
        return ofPaid(line, Line::refundedOf);
    }

    /** What was left of a paid line when the turn of that refund of it came. */
    public Money leftFor(Event refund) {
        return ofPaid(((OfOrder) refund.content()).line(), (line, paid) -> line.leftFor(refund, paid));
    }

    private Money ofPaid(String line, ToLongBiFunction<Line, Event> minor) {
        var known = lines.get(line);
        var paid = known == null ? null : known.current();
        if (known == null || paid == null) {
            throw new IllegalArgumentException("line: %s (expected: one that was paid)".formatted(line));
        }
        return new Money(
                minor.applyAsLong(known, paid),
                ((OrderPaid) paid.content()).amount().currency());
    }

    /** The events by which the field claims lines of this order, by line; whether a stronger field does, too, is not asked. */
    public Map<String, Event> claims() {
        var claims = new HashMap<String, Event>();
        lines.forEach((number, line) -> {
            var claim = line.claim();
            if (claim != null) {
                claims.put(number, claim);
            }
        });
        return claims;
    }

    /** Why that event cannot be taken in beside what is known, or empty when it can. */
    public Optional<Rejection> refusal(Event event) {
        var line = lines.get(((OfOrder) event.content()).line());
        if (line == null) {
            return Optional.empty();
        }
        return event.content() instanceof OrderRefunded refund
                ? refusal(line, event, refund.amount())
                : lineConflict(line, event);
    }

    private static Optional<Rejection> lineConflict(Line line, Event event) {
        var original = line.original();
        if (original == null || event.replaces() != null) {
            return Optional.empty();
        }
        var content = (OfOrder) event.content();
        return Optional.of(new Rejection(
                "order.line_conflict",
                "order: %s, line: %s (expected: a line that event %s has not paid already, or replaces)"
                        .formatted(content.order(), content.line(), original.id())));
    }

    private static Optional<Rejection> refusal(Line line, Event refund, Money amount) {
        var paid = line.current();
        if (paid == null) {
            return Optional.empty();
        }
        var price = ((OrderPaid) paid.content()).amount();
        if (!amount.currency().equals(price.currency())) {
            return Optional.of(new Rejection(
                    "refund.currency",
                    "amount: %s %s (expected: %s, as the line was paid)"
                            .formatted(amount.decimal(), amount.currency(), price.currency())));
        }
        long left = price.minor() - line.refundedOf(paid) + replacedPart(line, paid, refund);
        return amount.minor() <= left
                ? Optional.empty()
                : Optional.of(new Rejection(
                        "refund.exceeds_paid",
                        "amount: %s (expected: at most %s, what is left of the line)"
                                .formatted(amount.decimal(), new Money(left, price.currency()).decimal())));
    }

    /** What a corrected refund gives free again. */
    private static long replacedPart(Line line, Event paid, Event refund) {
        return line.countedRefunds(paid).stream()
                .filter(counted -> counted.id().equals(refund.replaces()))
                .mapToLong(
                        counted -> ((OrderRefunded) counted.content()).amount().minor())
                .sum();
    }

    /** The state of every event of this order that is not simply counted, by id. */
    public Map<String, State> states() {
        if (lines.size() == 1 && outclaimed.isEmpty()) {
            return lines.values().iterator().next().states(false);
        }
        var states = new HashMap<String, State>();
        lines.forEach((number, line) -> states.putAll(line.states(outclaimed.contains(number))));
        return states;
    }

    /**
     * Puts what this order counts for into a rollup, or takes it out.
     *
     * @param sign 1 or -1
     */
    public void addTo(Rollup rollup, int sign) {
        var counted = new ArrayList<Event>(lines.size());
        lines.forEach((number, line) -> {
            var claim = outclaimed.contains(number) ? null : line.claim();
            if (claim != null) {
                counted.add(claim);
                addLine(rollup, line, claim, sign);
            }
        });
        addOrders(rollup, counted, sign);
    }

    private static void addLine(Rollup rollup, Line line, Event paid, int sign) {
        var content = (OrderPaid) paid.content();
        var atPayment = rollup.salesAt(cell(paid));
        atPayment.add(Sale.GMV, sign * content.amount().minor());
        atPayment.add(Sale.UNITS, sign * content.quantity());
        atPayment.add(Sale.LINES, sign);
        if (paid.audience() != null) {
            atPayment.add(Sale.LINES_WITH_AUDIENCE, sign);
        }
        for (var refund : line.countedRefunds(paid)) {
            long amount = ((OrderRefunded) refund.content()).amount().minor();
            var atRefund = Cell.at(paid, refund.occurredAt(), content.amount().currency());
            rollup.salesAt(atRefund).add(Sale.REFUNDS, sign * amount);
            atPayment.add(Sale.REFUNDS_OF_PERIOD, sign * amount);
        }
    }

    static Cell cell(Event paid) {
        return Cell.at(
                paid, paid.occurredAt(), ((OrderPaid) paid.content()).amount().currency());
    }

    /** Counts the order once in each grain, at its earliest line there; the currency is part of every grain. */
    private static void addOrders(Rollup rollup, List<Event> counted, int sign) {
        if (counted.size() == 1) {
            var sums = rollup.salesAt(cell(counted.get(0)));
            Sale.OF_ORDERS.forEach(grain -> sums.add(grain, sign));
            return;
        }
        counted.sort(EARLIEST);
        var seen = new HashSet<List<Object>>();
        for (var line : counted) {
            var cell = cell(line);
            for (var grain : Sale.OF_ORDERS) {
                if (seen.add(place(grain, cell))) {
                    rollup.salesAt(cell).add(grain, sign);
                }
            }
        }
    }

    /** What an order is counted once in. */
    static List<Object> place(Sale grain, Cell cell) {
        var currency = cell.kind();
        return switch (grain) {
            case ORDERS_OF_TOUCHPOINT -> List.of(grain, currency, cell.touchpoint());
            case ORDERS_OF_PRODUCT -> List.of(grain, currency, cell.product());
            case ORDERS_OF_TOUCHPOINT_AND_PRODUCT -> List.of(grain, currency, cell.touchpoint(), cell.product());
            default -> List.of(grain, currency);
        };
    }
}
