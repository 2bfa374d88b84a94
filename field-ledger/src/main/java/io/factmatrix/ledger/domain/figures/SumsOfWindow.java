package io.factmatrix.ledger.domain.figures;

import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.rollup.Cell;
import io.factmatrix.ledger.domain.rollup.Rollup;
import io.factmatrix.ledger.domain.rollup.Sale;
import io.factmatrix.ledger.domain.rollup.Sums;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gathers the sums of a window into {@link Figures}: by currency, and by touchpoint for the ratios. */
public final class SumsOfWindow {

    private static final Sales NOTHING = new Sales(
            BigInteger.ZERO,
            BigInteger.ZERO,
            BigInteger.ZERO,
            BigInteger.ZERO,
            BigInteger.ZERO,
            BigInteger.ZERO,
            BigInteger.ZERO);

    private final String currency;
    private final Map<String, Sales> byTouchpoint = new HashMap<>();
    private final Map<String, Sales> byCurrency = new HashMap<>();
    private final Map<String, Map<Counter, BigInteger>> traffic = new HashMap<>();
    private final Map<String, Map<String, BigInteger>> costs = new HashMap<>();
    private final Map<String, BigInteger> tickets = new TreeMap<>();
    private final Map<String, BigInteger> yielded = new HashMap<>();

    /** What was sold and refunded; money in minor units. */
    public record Sales(
            BigInteger gmv,
            BigInteger refunds,
            BigInteger refundsOfPeriod,
            BigInteger units,
            BigInteger lines,
            BigInteger linesWithAudience,
            BigInteger orders) {

        Sales plus(Sales other) {
            return new Sales(
                    gmv.add(other.gmv),
                    refunds.add(other.refunds),
                    refundsOfPeriod.add(other.refundsOfPeriod),
                    units.add(other.units),
                    lines.add(other.lines),
                    linesWithAudience.add(other.linesWithAudience),
                    orders.add(other.orders));
        }
    }

    /**
     * @param currency the one the figures are asked for in; the others are kept apart
     */
    public SumsOfWindow(String currency) {
        this.currency = currency;
    }

    public void sales(String touchpoint, String paidIn, Sales sales) {
        byCurrency.merge(paidIn, sales, Sales::plus);
        if (paidIn.equals(currency)) {
            byTouchpoint.merge(touchpoint, sales, Sales::plus);
        }
    }

    /** Orders of that touchpoint, in the currency asked for, that the whole counts in another field. */
    public void yielded(String touchpoint, BigInteger orders) {
        yielded.merge(touchpoint, orders, BigInteger::add);
    }

    public void traffic(String touchpoint, Counter counter, BigInteger value) {
        traffic.computeIfAbsent(touchpoint, unknown -> new HashMap<>()).merge(counter, value, BigInteger::add);
    }

    public void cost(String spentIn, String category, BigInteger amount) {
        costs.computeIfAbsent(spentIn, unknown -> new TreeMap<>()).merge(category, amount, BigInteger::add);
    }

    public void tickets(String kind, BigInteger count) {
        tickets.merge(kind, count, BigInteger::add);
    }

    /** Those cells of a rollup that lie in the window; one in which everything was taken out again is not to be among them. */
    public void add(Rollup rollup, Window window) {
        each(
                rollup.sales(),
                window,
                (cell, sums) -> sales(
                        cell.touchpoint(),
                        cell.kind(),
                        new Sales(
                                sums.at(Sale.GMV.ordinal()),
                                sums.at(Sale.REFUNDS.ordinal()),
                                sums.at(Sale.REFUNDS_OF_PERIOD.ordinal()),
                                sums.at(Sale.UNITS.ordinal()),
                                sums.at(Sale.LINES.ordinal()),
                                sums.at(Sale.LINES_WITH_AUDIENCE.ordinal()),
                                sums.at(window.orders().ordinal()))));
        each(rollup.yielded(), window, (cell, sums) -> {
            if (cell.kind().equals(currency)) {
                yielded(cell.touchpoint(), sums.at(window.orders().ordinal()));
            }
        });
        each(rollup.traffic(), window, (cell, sums) -> {
            for (var counter : Counter.values()) {
                if (sums.at(Rollup.reports(counter)).signum() > 0) {
                    traffic(cell.touchpoint(), counter, sums.at(counter.ordinal()));
                }
            }
        });
        each(rollup.costs(), window, (cell, sums) -> cost(cell.kind(), cell.category(), sums.at(0)));
        each(rollup.tickets(), window, (cell, sums) -> tickets(cell.kind(), sums.at(0)));
    }

    private static void each(Map<Cell, Sums> cells, Window window, BiConsumer<Cell, Sums> taken) {
        cells.forEach((cell, sums) -> {
            if (window.covers(cell)) {
                taken.accept(cell, sums);
            }
        });
    }

    /** The figures of what was gathered. */
    public Figures figures(@Nullable BigInteger newBuyers, Buyers buyers) {
        var touchpoints = touchpoints();
        var sales = byCurrency.getOrDefault(currency, NOTHING);
        return new Figures(
                sales.gmv(),
                sales.refunds(),
                sales.refundsOfPeriod(),
                sales.units(),
                sales.lines(),
                sales.linesWithAudience(),
                sales.orders(),
                sales.orders().subtract(yielded.values().stream().reduce(BigInteger.ZERO, BigInteger::add)),
                newBuyers,
                buyers,
                costs.getOrDefault(currency, Map.of()),
                tickets,
                TouchpointSums.traffic(touchpoints),
                TouchpointSums.ratios(touchpoints),
                otherCurrencies());
    }

    /**
     * What was gathered by touchpoint, in the currency asked for, by kind of touchpoint.
     *
     * @param kinds of the touchpoints that are of another kind than {@link TouchpointKind#OTHER}
     */
    public Map<TouchpointKind, Figures> byKind(Map<String, TouchpointKind> kinds) {
        var sums = new EnumMap<TouchpointKind, SumsOfWindow>(TouchpointKind.class);
        Function<String, SumsOfWindow> of = touchpoint -> sums.computeIfAbsent(
                kinds.getOrDefault(touchpoint, TouchpointKind.OTHER), first -> new SumsOfWindow(currency));
        byTouchpoint.forEach((touchpoint, sales) -> of.apply(touchpoint).sales(touchpoint, currency, sales));
        yielded.forEach((touchpoint, orders) -> of.apply(touchpoint).yielded(touchpoint, orders));
        traffic.forEach((touchpoint, counters) -> of.apply(touchpoint).traffic.put(touchpoint, counters));
        var figures = new EnumMap<TouchpointKind, Figures>(TouchpointKind.class);
        sums.forEach((kind, sum) -> figures.put(kind, sum.figures(null, Buyers.NONE)));
        return figures;
    }

    private Iterable<TouchpointSums> touchpoints() {
        var touchpoints = new ArrayList<TouchpointSums>();
        traffic.forEach((touchpoint, counters) -> {
            var sales = byTouchpoint.getOrDefault(touchpoint, NOTHING);
            touchpoints.add(new TouchpointSums(
                    sales.gmv(),
                    sales.orders(),
                    sales.orders().subtract(yielded.getOrDefault(touchpoint, BigInteger.ZERO)),
                    counters));
        });
        return touchpoints;
    }

    private Map<String, Figures.Foreign> otherCurrencies() {
        var others = new TreeSet<>(byCurrency.keySet());
        others.addAll(costs.keySet());
        others.remove(currency);
        var foreign = new TreeMap<String, Figures.Foreign>();
        for (var other : others) {
            var sales = byCurrency.getOrDefault(other, NOTHING);
            var cost = costs.getOrDefault(other, Map.of()).values().stream().reduce(BigInteger.ZERO, BigInteger::add);
            foreign.put(other, new Figures.Foreign(sales.gmv(), sales.refunds(), cost));
        }
        return foreign;
    }
}
