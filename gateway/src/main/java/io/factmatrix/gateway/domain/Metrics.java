package io.factmatrix.gateway.domain;

import static io.factmatrix.gateway.domain.Amounts.ratio;

import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.Figures.Fraction;
import io.factmatrix.ledger.domain.figures.People;
import io.factmatrix.ledger.domain.figures.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The {@code metrics} of a view, one line each, made from sums. To add one: add its sum to {@link Figures}, and here its line.
 * Null means that nobody reported it, or that a division has nothing to divide by.
 */
public final class Metrics {

    private static final BigInteger MILLE = BigInteger.valueOf(1_000);
    private static final List<String> TICKETS = List.of("complaint", "inquiry", "praise");

    private final Figures sums;
    private final Amounts in;
    private final BigInteger cost;
    private final BigInteger netGmv;
    private final BigInteger orders;
    private final Ratio orderRate;

    private Metrics(Figures sums, Currency currency, boolean whole) {
        this.sums = sums;
        this.in = new Amounts(currency);
        this.cost = sums.costs().values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        this.netGmv = sums.gmv().subtract(sums.refunds());
        // An order of two fields counts once in each, and once in the whole.
        this.orders = whole ? sums.ordersOfWhole() : sums.orders();
        this.orderRate = whole ? Ratio.ORDER_OF_WHOLE : Ratio.ORDER;
    }

    /** Of one field. */
    public static Map<String, @Nullable Object> ofField(Figures sums, Currency currency) {
        return new Metrics(sums, currency, false).object();
    }

    /** Of several fields together. */
    public static Map<String, @Nullable Object> ofTotal(Figures sums, Currency currency) {
        return new Metrics(sums, currency, true).object();
    }

    private Map<String, @Nullable Object> object() {
        var metrics = new Members()
                .add("gmv", in.money(sums.gmv()))
                .add("refunds", in.money(sums.refunds()))
                .add("netGmv", in.money(netGmv))
                .add("refundsOfPeriod", in.money(sums.refundsOfPeriod()))
                .add("netGmvOfPeriod", in.money(sums.gmv().subtract(sums.refundsOfPeriod())))
                .add("cost", in.money(cost))
                .add("costByCategory", costByCategory())
                .add("orders", orders)
                .add("units", sums.units())
                .add("buyers", people(sums.buyers().people()))
                .add("newBuyers", sums.newBuyers())
                .add("newBuyerShare", newBuyerShare())
                .add("audienceCoverage", ratio(sums.paidLinesWithAudience(), sums.paidLines()));
        for (var counter : Counter.values()) {
            metrics.add(counter.member(), reported(counter));
        }
        return metrics.add("gpm", gpm())
                .add("rates", rates())
                .add("aov", in.moneyEach(sums.gmv(), orders))
                .add("roi", ratio(sums.gmv(), cost))
                .add("netRoi", ratio(netGmv, cost))
                .add("orderCost", in.moneyEach(cost, orders))
                .add("refundRate", ratio(sums.refundsOfPeriod(), sums.gmv()))
                .add("uvValue", moneyEach(Ratio.UV_VALUE, BigInteger.ONE))
                .add("tickets", tickets())
                .add("coverage", coverage())
                .object();
    }

    private @Nullable BigDecimal newBuyerShare() {
        var newBuyers = sums.newBuyers();
        return newBuyers == null
                ? null
                : ratio(newBuyers, sums.buyers().people().value());
    }

    private Map<String, @Nullable Object> gpm() {
        return new Members()
                .add("impression", moneyEach(Ratio.GPM_IMPRESSION, MILLE))
                .add("view", moneyEach(Ratio.GPM_VIEW, MILLE))
                .object();
    }

    private Map<String, @Nullable Object> rates() {
        return new Members()
                .add("enter", rate(Ratio.ENTER))
                .add("productShow", rate(Ratio.PRODUCT_SHOW))
                .add("productClick", rate(Ratio.PRODUCT_CLICK))
                .add("order", rate(orderRate))
                .object();
    }

    private Map<String, @Nullable Object> costByCategory() {
        var categories = new Members();
        new TreeMap<>(sums.costs()).forEach((category, sum) -> categories.add(category, in.money(sum)));
        return categories.object();
    }

    private Map<String, @Nullable Object> tickets() {
        var tickets = new Members();
        TICKETS.forEach(kind -> tickets.add(kind, sums.tickets().getOrDefault(kind, BigInteger.ZERO)));
        return tickets.object();
    }

    private Map<String, @Nullable Object> coverage() {
        var coverage = new Members();
        for (var counter : Counter.values()) {
            var reported = sums.traffic().get(counter);
            coverage.add(counter.member(), ratio(reported == null ? BigInteger.ZERO : reported.gmv(), sums.gmv()));
        }
        return coverage.object();
    }

    private @Nullable BigInteger reported(Counter counter) {
        var reported = sums.traffic().get(counter);
        return reported == null ? null : reported.value();
    }

    private @Nullable BigDecimal rate(Ratio rate) {
        var fraction = sums.ratios().get(rate);
        return fraction == null ? null : ratio(fraction.numerator(), fraction.denominator());
    }

    private @Nullable String moneyEach(Ratio ratio, BigInteger each) {
        @Nullable Fraction fraction = sums.ratios().get(ratio);
        return fraction == null ? null : in.moneyEach(fraction.numerator().multiply(each), fraction.denominator());
    }

    public static Map<String, @Nullable Object> people(People people) {
        return new Members()
                .add("value", people.value())
                .add("lower", people.lower())
                .add("upper", people.upper())
                .add("exact", people.exact())
                .object();
    }
}
