package io.factmatrix.ledger.domain.rollup;

import io.factmatrix.ledger.domain.event.Content;
import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.event.Event;
import java.util.HashMap;
import java.util.Map;

/** A change of the rollups: what to add to which cell. */
public final class Rollup {

    private static final int COUNTERS = Counter.values().length;

    private final Map<Cell, Sums> sales = new HashMap<>();
    private final Map<Cell, Sums> yielded = new HashMap<>();
    private final Map<Cell, Sums> traffic = new HashMap<>();
    private final Map<Cell, Sums> costs = new HashMap<>();
    private final Map<Cell, Sums> tickets = new HashMap<>();

    /** The sums of a cell of sales, to be added to; by {@link Sale}. */
    public Sums salesAt(Cell cell) {
        return sales.computeIfAbsent(cell, empty -> new Sums(Sale.SIZE));
    }

    /** The sums of a cell of orders that the whole counts in another field, to be added to; by {@link Sale}. */
    public Sums yieldedAt(Cell cell) {
        return yielded.computeIfAbsent(cell, empty -> new Sums(Sale.SIZE));
    }

    /**
     * Puts an event in, or takes it out again. Order lines and refunds are not summed one by one: what they count for depends on
     * their order.
     *
     * @param sign 1 or -1
     */
    public void apply(Event event, int sign) {
        if (event.content() instanceof Content.Traffic reported) {
            apply(event, reported, sign);
        } else if (event.content() instanceof Content.Cost cost) {
            var cell = Cell.at(
                    event, QuarterHour.of(event.occurredAt()), cost.amount().currency(), cost.category());
            var sums = costs.computeIfAbsent(cell, empty -> new Sums(2));
            sums.add(0, sign * cost.amount().minor());
            sums.add(1, sign);
        } else if (event.content() instanceof Content.Service service) {
            tickets.computeIfAbsent(Cell.at(event, event.occurredAt(), service.kind()), empty -> new Sums(1))
                    .add(0, sign);
        }
    }

    /** Equal integer shares to every quarter-hour touched, the remainder to the last; a share of 0 still means reported. */
    private void apply(Event event, Content.Traffic reported, int sign) {
        long first = QuarterHour.of(reported.start()).number();
        long last = QuarterHour.before(event.occurredAt()).number();
        long buckets = last - first + 1;
        for (long bucket = first; bucket <= last; bucket++) {
            var cell = Cell.at(event, new QuarterHour(bucket), "", "");
            var sums = traffic.computeIfAbsent(cell, empty -> new Sums(2 * COUNTERS));
            boolean isLast = bucket == last;
            reported.counters().forEach((counter, value) -> {
                long share = value / buckets + (isLast ? value % buckets : 0);
                sums.add(counter.ordinal(), sign * share);
                sums.add(reports(counter), sign);
            });
        }
    }

    /** Where in the sums of a cell of traffic it lies how many events reported that counter. */
    public static int reports(Counter counter) {
        return COUNTERS + counter.ordinal();
    }

    /** By {@link Sale}; the kind of a cell is the currency. */
    public Map<Cell, Sums> sales() {
        return sales;
    }

    /** By {@link Sale}, of which only orders are yielded. */
    public Map<Cell, Sums> yielded() {
        return yielded;
    }

    /** The counters, each at its ordinal, then how many events reported each. */
    public Map<Cell, Sums> traffic() {
        return traffic;
    }

    /** The amount, then how many events; the kind of a cell is the currency. */
    public Map<Cell, Sums> costs() {
        return costs;
    }

    /** How many; the kind of a cell is that of the tickets. */
    public Map<Cell, Sums> tickets() {
        return tickets;
    }
}
