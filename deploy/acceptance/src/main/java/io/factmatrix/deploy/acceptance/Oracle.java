package io.factmatrix.deploy.acceptance;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says what a view must answer, recomputed from the stored events alone by the definitions of the metrics: plain loops over
 * plain collections, exact integers, rounding at the very end. Slow, and obviously right.
 */
public final class Oracle {

    /** Stands for a member that must be there and whose value this oracle does not judge. */
    public static final Object OPEN = new Object() {
        @Override
        public String toString() {
            return "(not judged)";
        }
    };

    private static final List<String> TICKETS = List.of("complaint", "inquiry", "praise");
    private static final BigInteger MILLE = BigInteger.valueOf(1000);

    private final Facts facts;
    private final TreeSet<String> currencies;

    /**
     * @param stored the events of one merchant that were acknowledged as stored, gone through more than once; the same one
     *     twice counts once
     */
    public Oracle(Iterable<Event> stored) {
        facts = new Facts(stored);
        currencies = facts.lines.stream()
                .map(line -> line.amount().currency())
                .collect(Collectors.toCollection(TreeSet::new));
        facts.costs.forEach(cost -> currencies.add(cost.amount().currency()));
    }

    /** The state that a look-up of that event must answer. */
    public String state(Event.Key key) {
        return facts.state(key);
    }

    /**
     * What must be listed as conflicts, for histories without invalid refunds: by event, all members but {@code recordedAt}, which
     * is the installation's to say.
     */
    public Map<Event.Key, Map<String, @Nullable Object>> conflicts() {
        var conflicts = new LinkedHashMap<Event.Key, Map<String, @Nullable Object>>();
        for (var outclaimed : facts.outclaimed()) {
            var line = outclaimed.line();
            var refunded = outclaimed.refunds().stream()
                    .map(refund -> refund.amount().minor())
                    .reduce(BigInteger.ZERO, BigInteger::add);
            conflicts.put(
                    line.key(),
                    conflict(
                            "line.outclaimed",
                            line,
                            outclaimed,
                            Map.of(
                                    "refunded",
                                    money(new Money(refunded, line.amount().currency())))));
            for (var refund : outclaimed.refunds()) {
                conflicts.put(
                        refund.key(),
                        conflict(
                                "refund.outclaimed",
                                refund,
                                outclaimed,
                                Map.of("paidBy", line.id(), "paid", money(line.amount()))));
            }
        }
        return conflicts;
    }

    private static Map<String, @Nullable Object> conflict(
            String kind, Event event, Facts.Outclaimed outclaimed, Map<String, ?> detail) {
        var line = outclaimed.line();
        var conflict = new LinkedHashMap<String, @Nullable Object>();
        conflict.put("kind", kind);
        conflict.put("field", event.field());
        conflict.put("event", event.id());
        conflict.put("occurredAt", event.occurredAt().toString());
        conflict.put("shop", event.shop());
        conflict.put("order", line.lineKey().order());
        conflict.put("line", line.lineKey().line());
        conflict.put("touchpoint", line.optional("touchpoint"));
        conflict.put("product", line.optional("product"));
        conflict.put("amount", money(event.amount()));
        var by = new LinkedHashMap<String, @Nullable Object>();
        by.put("field", outclaimed.claimedBy().field());
        by.put("event", outclaimed.claimedBy().id());
        by.put("touchpoint", outclaimed.claimedBy().optional("touchpoint"));
        by.put("amount", money(outclaimed.claimedBy().amount()));
        conflict.put("claimedBy", by);
        conflict.put("detail", detail);
        return conflict;
    }

    private static Map<String, String> money(Money money) {
        return Map.of("amount", Money.text(money.minor(), money.currency()), "currency", money.currency());
    }

    /** The judged members of the view: {@code fields.*.metrics}, {@code total.metrics} and {@code otherCurrencies}. */
    public Map<String, @Nullable Object> view(ViewQuery query) {
        var fields = sums(query);
        var sections = new LinkedHashMap<String, @Nullable Object>();
        fields.forEach((field, sums) -> sections.put(
                field, Map.of("metrics", metrics(sums, exactly(sums.buyers.size()), query.currency(), true))));
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("fields", sections);
        var total = Sums.total(fields.values());
        view.put("total", Map.of("metrics", metrics(total, union(total, fields.values()), query.currency(), false)));
        view.put("otherCurrencies", otherCurrencies(query));
        return view;
    }

    /** The judged members of who was reached: see {@link Audience#expected}. */
    public Map<String, @Nullable Object> audience(ViewQuery query) {
        return Audience.of(facts, query).expected();
    }

    private Map<String, Sums> sums(ViewQuery query) {
        var fields = new LinkedHashMap<String, Sums>();
        Event.FIELDS.forEach(field -> fields.put(field, Sums.of(facts, field, query)));
        return fields;
    }

    private Map<String, Map<String, Map<String, String>>> otherCurrencies(ViewQuery query) {
        var others = new TreeMap<String, Map<String, Map<String, String>>>();
        for (var currency : currencies) {
            if (!currency.equals(query.currency())) {
                var sections = foreign(sums(query.withCurrency(currency)), currency);
                if (!sections.isEmpty()) {
                    others.put(currency, sections);
                }
            }
        }
        return others;
    }

    /** Only fields in which that currency moved at all, and their total. */
    private static Map<String, Map<String, String>> foreign(Map<String, Sums> fields, String currency) {
        var sections = new LinkedHashMap<String, Map<String, String>>();
        fields.forEach((field, sums) -> {
            if (moved(sums)) {
                sections.put(field, foreign(sums, currency));
            }
        });
        if (!sections.isEmpty()) {
            sections.put("total", foreign(Sums.total(fields.values()), currency));
        }
        return sections;
    }

    private static Map<String, String> foreign(Sums sums, String currency) {
        return Map.of(
                "gmv", Money.text(sums.gmv, currency),
                "refunds", Money.text(sums.refunds, currency),
                "cost", Money.text(sums.cost(), currency));
    }

    private static boolean moved(Sums sums) {
        return sums.gmv.signum() != 0
                || sums.refunds.signum() != 0
                || sums.cost().signum() != 0;
    }

    private static Map<String, @Nullable Object> metrics(
            Sums sums, Object buyers, String currency, boolean ofOneField) {
        var money = new Rounding(currency);
        var net = sums.gmv.subtract(sums.refunds);
        var metrics = new LinkedHashMap<String, @Nullable Object>();
        metrics.put("gmv", money.text(sums.gmv));
        metrics.put("refunds", money.text(sums.refunds));
        metrics.put("netGmv", money.text(net));
        metrics.put("refundsOfPeriod", money.text(sums.refundsOfPeriod));
        metrics.put("netGmvOfPeriod", money.text(sums.gmv.subtract(sums.refundsOfPeriod)));
        metrics.put("cost", money.text(sums.cost()));
        var byCategory = new LinkedHashMap<String, @Nullable Object>();
        sums.costs.forEach((category, cost) -> byCategory.put(category, money.text(cost)));
        metrics.put("costByCategory", byCategory);
        metrics.put("units", sums.units);
        metrics.put("newBuyers", sums.newBuyers);
        metrics.put(
                "newBuyerShare",
                buyers instanceof Estimate ? OPEN : share(sums.newBuyers, BigInteger.valueOf(sums.buyers.size())));
        metrics.put("audienceCoverage", share(sums.linesWithBuyer, sums.lines));
        Facts.COUNTERS.forEach(counter -> metrics.put(counter, sums.traffic.get(counter)));
        metrics.put("roi", share(sums.gmv, sums.cost()));
        metrics.put("netRoi", share(net, sums.cost()));
        metrics.put("refundRate", share(sums.refundsOfPeriod, sums.gmv));
        metrics.put("uvValue", money.quotient(sums.ratios.get(Sums.Ratio.UV_VALUE), BigInteger.ONE));
        var gpm = new LinkedHashMap<String, @Nullable Object>();
        gpm.put("impression", money.quotient(sums.ratios.get(Sums.Ratio.GPM_IMPRESSION), MILLE));
        gpm.put("view", money.quotient(sums.ratios.get(Sums.Ratio.GPM_VIEW), MILLE));
        metrics.put("gpm", gpm);
        var rates = new LinkedHashMap<String, @Nullable Object>();
        rates.put("enter", share(sums.ratios.get(Sums.Ratio.ENTER)));
        rates.put("productShow", share(sums.ratios.get(Sums.Ratio.PRODUCT_SHOW)));
        rates.put("productClick", share(sums.ratios.get(Sums.Ratio.PRODUCT_CLICK)));
        rates.put("order", share(sums.ratios.get(ofOneField ? Sums.Ratio.ORDER : Sums.Ratio.ORDER_OF_WHOLE)));
        metrics.put("rates", rates);
        var orders = ofOneField ? sums.orders : sums.ordersOfWhole;
        metrics.put("orders", orders);
        metrics.put("buyers", buyers);
        metrics.put("aov", money.quotient(sums.gmv, orders));
        metrics.put("orderCost", money.quotient(sums.cost(), orders));
        var tickets = new LinkedHashMap<String, @Nullable Object>();
        TICKETS.forEach(kind -> tickets.put(kind, sums.tickets.getOrDefault(kind, BigInteger.ZERO)));
        metrics.put("tickets", tickets);
        var coverage = new LinkedHashMap<String, @Nullable Object>();
        Facts.COUNTERS.forEach(counter ->
                coverage.put(counter, share(sums.gmvWhereReported.getOrDefault(counter, BigInteger.ZERO), sums.gmv)));
        metrics.put("coverage", coverage);
        return metrics;
    }

    /** The buyers of all fields, each once: exact when they are few or all in one field, else within what an estimate may be. */
    private static Object union(Sums total, Collection<Sums> fields) {
        int everybody = total.buyers.size();
        int greatest =
                fields.stream().mapToInt(field -> field.buyers.size()).max().orElse(0);
        int sum = fields.stream().mapToInt(field -> field.buyers.size()).sum();
        return everybody <= Estimate.NOMINAL || greatest == sum
                ? exactly(everybody)
                : new Estimate(
                        BigInteger.valueOf(everybody),
                        BigInteger.valueOf(greatest),
                        BigInteger.valueOf(sum),
                        BigInteger.valueOf(everybody));
    }

    /** A number of people that is not estimated, as it is answered. */
    static Map<String, @Nullable Object> exactly(int count) {
        var people = BigInteger.valueOf(count);
        var buyers = new LinkedHashMap<String, @Nullable Object>();
        buyers.put("value", people);
        buyers.put("lower", people);
        buyers.put("upper", people);
        buyers.put("exact", true);
        return buyers;
    }

    private static @Nullable BigDecimal share(Sums.@Nullable Fraction fraction) {
        return fraction == null ? null : share(fraction.numerator(), fraction.denominator());
    }

    /** HALF_UP to six decimals; null when it would divide by zero. */
    private static @Nullable BigDecimal share(BigInteger numerator, BigInteger denominator) {
        return denominator.signum() == 0
                ? null
                : new BigDecimal(numerator).divide(new BigDecimal(denominator), 6, RoundingMode.HALF_UP);
    }

    /** Money of one currency as the view writes it. */
    private record Rounding(String currency) {

        String text(BigInteger minor) {
            return Money.text(minor, currency);
        }

        @Nullable String quotient(BigInteger numerator, BigInteger denominator) {
            return denominator.signum() == 0 ? null : Money.text(numerator, denominator, currency);
        }

        @Nullable String quotient(Sums.@Nullable Fraction fraction, BigInteger times) {
            return fraction == null ? null : quotient(fraction.numerator().multiply(times), fraction.denominator());
        }
    }
}
