package io.factmatrix.ledger.domain.history;

import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Fact;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.rollup.Cell;
import io.factmatrix.ledger.domain.rollup.Rollup;
import io.factmatrix.ledger.domain.rollup.Sale;
import io.factmatrix.ledger.domain.rollup.Sums;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What one event changed of the days that were over when it was recorded. */
public final class Effect {

    private static final Map<Sale, String> SALES =
            Map.of(Sale.GMV, "gmv", Sale.REFUNDS, "refunds", Sale.REFUNDS_OF_PERIOD, "refundsOfPeriod");

    private final Fact cause;
    private final ZoneId zone;
    private final Map<Where, Changes> changes = new TreeMap<>();

    Effect(Fact cause, ZoneId zone) {
        this.cause = cause;
        this.zone = zone;
    }

    /** Whose figures of which day; nobody's in particular last. */
    private record Where(
            @Nullable Field of, LocalDate day, @Nullable String currency) implements Comparable<Where> {

        private static final Comparator<Where> ORDER = Comparator.comparing(
                        Where::of, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(Where::day)
                .thenComparing(Where::currency, Comparator.nullsLast(Comparator.naturalOrder()));

        @Override
        public int compareTo(Where other) {
            return ORDER.compare(this, other);
        }
    }

    private record Changes(
            Map<String, BigInteger> money, Map<String, BigInteger> counts, Map<String, BigInteger> reports) {

        Changes() {
            this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        }

        /** Without what came to nothing. */
        void reduce() {
            money.values().removeIf(change -> change.signum() == 0);
            reports.values().removeIf(change -> change.signum() == 0);
            counts.entrySet()
                    .removeIf(change -> change.getValue().signum() == 0 && !reports.containsKey(change.getKey()));
        }

        boolean isNothing() {
            return money.isEmpty() && counts.isEmpty();
        }
    }

    /** Its field's figures changed by that. */
    void add(Field of, Rollup difference) {
        each(difference.sales(), (cell, sums) -> {
            var at = at(of, cell, cell.kind());
            SALES.forEach((sale, name) -> add(at.money(), name, sums.at(sale.ordinal())));
            add(at.counts(), "orders", sums.at(Sale.ORDERS.ordinal()));
            add(at.counts(), "units", sums.at(Sale.UNITS.ordinal()));
        });
        each(
                difference.costs(),
                (cell, sums) -> add(at(of, cell, cell.kind()).money(), "cost." + cell.category(), sums.at(0)));
        each(
                difference.tickets(),
                (cell, sums) -> add(at(of, cell, null).counts(), "tickets." + cell.kind(), sums.at(0)));
        each(difference.traffic(), (cell, sums) -> {
            for (var counter : Counter.values()) {
                add(at(of, cell, null).reports(), counter.member(), sums.at(Rollup.reports(counter)));
                add(at(of, cell, null).counts(), counter.member(), sums.at(counter.ordinal()));
            }
        });
    }

    /** The whole counts an order there, or no longer. */
    void addOrder(Event line, String currency, int change) {
        if (isOver(line.occurredAt())) {
            add(at(null, line.occurredAt(), currency).counts(), "orders", BigInteger.valueOf(change));
        }
    }

    /** A new buyer is counted there, or no longer. */
    public void addNewBuyer(Field of, Purchase first, int change) {
        if (isOver(first.occurredAt())) {
            add(at(of, first.occurredAt(), null).counts(), "newBuyers", BigInteger.valueOf(change));
        }
    }

    private void each(Map<Cell, Sums> cells, BiConsumer<Cell, Sums> changed) {
        cells.forEach((cell, sums) -> {
            if (isOver(cell.bucket().start())) {
                changed.accept(cell, sums);
            }
        });
    }

    private Changes at(@Nullable Field of, Cell cell, @Nullable String currency) {
        return at(of, cell.bucket().start(), currency);
    }

    private Changes at(@Nullable Field of, Instant moment, @Nullable String currency) {
        return changes.computeIfAbsent(new Where(of, day(moment), currency), nothing -> new Changes());
    }

    private static void add(Map<String, BigInteger> to, String name, BigInteger change) {
        to.merge(name, change, BigInteger::add);
    }

    /** Whether the day of that moment was over when the event was recorded. */
    boolean isOver(Instant moment) {
        return !day(moment).plusDays(1).atStartOfDay(zone).toInstant().isAfter(cause.recordedAt());
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /** One for each field, day and currency of which something changed. */
    public List<Correction> corrections() {
        changes.values().forEach(Changes::reduce);
        changes.values().removeIf(Changes::isNothing);
        var event = cause.event();
        return changes.entrySet().stream()
                .map(change -> new Correction(
                        Moment.of(cause),
                        event.id(),
                        event.type(),
                        event.occurredAt(),
                        change.getKey().of(),
                        change.getKey().day(),
                        change.getKey().currency(),
                        change.getValue().money(),
                        change.getValue().counts()))
                .toList();
    }
}
