package io.factmatrix.livestream.domain.review;

import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.event.People;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.Ratio;
import io.factmatrix.ledger.domain.touchpoint.PlaceSums;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All figures of one session in one currency, those of the view under the view's names and with its values: the view for that touchpoint
 * and shop, over all time.
 *
 * @param figures the view's sums
 * @param own the same with the counted heads
 * @param repeatBuyers people who paid here and whose first purchase with the merchant, in any field, shop and currency, lies elsewhere
 */
public record SessionFigures(
        Broadcast broadcast, String currency, Figures figures, PlaceSums own, BigInteger repeatBuyers) {

    private static final BigInteger MILLE = BigInteger.valueOf(1_000);

    /** What was spent, of all categories; 0 when nobody reported a cost, as in the view. */
    public BigInteger cost() {
        return figures.costs().values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    public BigInteger netGmv() {
        return figures.gmv().subtract(figures.refunds());
    }

    /**
     * As the API calls them. What is spent for each hour or for a thousand views is null while no cost is reported: it would look like a session that
     * cost nothing.
     */
    public Map<String, @Nullable Object> members() {
        var in = Amounts.in(currency);
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("currency", currency);
        addMoney(members, in);
        addPeople(members);
        for (var counter : Counter.values()) {
            members.put(counter.member(), reported(counter));
        }
        members.put("gpm", gpm(in));
        members.put("rates", rates());
        members.put("people", heads());
        members.put("peopleRates", peopleRates());
        members.put("hours", hours());
        members.put("costPerHour", isSpent() ? in.moneyEachHour(cost(), broadcast.length()) : null);
        members.put("costPerThousandViews", costPerThousandViews(in));
        members.put("deposit", deposit());
        members.put("otherCurrencies", otherCurrencies());
        return members;
    }

    private void addMoney(Map<String, @Nullable Object> members, Amounts in) {
        members.put("gmv", in.money(figures.gmv()));
        members.put("refunds", in.money(figures.refunds()));
        members.put("netGmv", in.money(netGmv()));
        members.put("refundsOfPeriod", in.money(figures.refundsOfPeriod()));
        members.put("refundRate", Amounts.ratio(figures.refundsOfPeriod(), figures.gmv()));
        members.put("cost", in.money(cost()));
        members.put("costByCategory", costByCategory(in));
        members.put("aov", in.moneyEach(figures.gmv(), figures.orders()));
    }

    private void addPeople(Map<String, @Nullable Object> members) {
        members.put("orders", figures.orders());
        members.put("units", figures.units());
        members.put("buyers", figures.buyers().people().value());
        members.put("newBuyers", figures.newBuyers());
        members.put("repeatBuyers", repeatBuyers);
        members.put("audienceCoverage", Amounts.ratio(figures.paidLinesWithAudience(), figures.paidLines()));
    }

    private boolean isSpent() {
        return !figures.costs().isEmpty();
    }

    private Map<String, @Nullable Object> costByCategory(Amounts in) {
        var categories = new TreeMap<String, @Nullable Object>();
        figures.costs().forEach((category, sum) -> categories.put(category, in.money(sum)));
        return categories;
    }

    private @Nullable BigInteger reported(Counter counter) {
        var reported = figures.traffic().get(counter);
        return reported == null ? null : reported.value();
    }

    private Map<String, @Nullable Object> gpm(Amounts in) {
        var gpm = new LinkedHashMap<String, @Nullable Object>();
        gpm.put("impression", perMille(Ratio.GPM_IMPRESSION, in));
        gpm.put("view", perMille(Ratio.GPM_VIEW, in));
        return gpm;
    }

    private @Nullable String perMille(Ratio ratio, Amounts in) {
        Figures.@Nullable Fraction fraction = figures.ratios().get(ratio);
        return fraction == null ? null : in.moneyEach(fraction.numerator().multiply(MILLE), fraction.denominator());
    }

    private Map<String, @Nullable Object> rates() {
        var rates = new LinkedHashMap<String, @Nullable Object>();
        for (var step : SalesStep.values()) {
            rates.put(step.word(), rate(step, Basis.COUNTS));
        }
        return rates;
    }

    private Map<String, @Nullable Object> peopleRates() {
        var rates = new LinkedHashMap<String, @Nullable Object>();
        for (var step : SalesStep.values()) {
            rates.put(step.ofPeople(), rate(step, Basis.PEOPLE));
        }
        return rates;
    }

    private @Nullable BigDecimal rate(SalesStep step, Basis basis) {
        return Amounts.rate(step.rate(basis, own).orElse(null));
    }

    private Map<String, @Nullable Object> heads() {
        var heads = new LinkedHashMap<String, @Nullable Object>();
        for (var people : People.values()) {
            heads.put(people.member(), own.people().get(people));
        }
        return heads;
    }

    private BigDecimal hours() {
        return Amounts.hours(broadcast.length());
    }

    private @Nullable String costPerThousandViews(Amounts in) {
        var views = reported(Counter.VIEWS);
        return views == null || !isSpent() ? null : in.moneyEach(cost().multiply(MILLE), views);
    }

    /** 沉淀: the audience that was kept. */
    private Map<String, @Nullable Object> deposit() {
        var deposit = new LinkedHashMap<String, @Nullable Object>();
        deposit.put(Counter.FOLLOWS.member(), reported(Counter.FOLLOWS));
        deposit.put(Counter.FAN_JOINS.member(), reported(Counter.FAN_JOINS));
        deposit.put("repeatBuyers", repeatBuyers);
        return deposit;
    }

    /** What was paid, refunded and spent in currencies that were not asked for: visible, and not mixed in. */
    private List<Map<String, @Nullable Object>> otherCurrencies() {
        return new TreeMap<>(figures.otherCurrencies())
                .entrySet().stream()
                        .map(other -> foreign(other.getKey(), other.getValue()))
                        .toList();
    }

    private static Map<String, @Nullable Object> foreign(String currency, Figures.Foreign sums) {
        var in = Amounts.in(currency);
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("currency", currency);
        members.put("gmv", in.money(sums.gmv()));
        members.put("refunds", in.money(sums.refunds()));
        members.put("cost", in.money(sums.cost()));
        return members;
    }
}
