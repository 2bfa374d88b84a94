package io.factmatrix.campaign.domain.pacing;

import io.factmatrix.campaign.domain.campaign.Budget;
import io.factmatrix.campaign.domain.campaign.Campaign;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.settlement.Standing;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How far a campaign is towards its goals and in its budgets.
 *
 * @param figures of all its pages together, of whole quarter-hours; an order with lines at two of them is one of each
 * @param sold the same to the end of the span
 * @param progress of the phase that is on; null when none is
 * @param standing of the ledger that they were read from
 */
public record Pacing(
        Campaign campaign,
        Span span,
        Figures figures,
        Sold sold,
        @Nullable Progress progress,
        Standing standing) {

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var settledTo = new LinkedHashMap<String, @Nullable Object>();
        standing.settledTo().forEach((field, watermark) -> settledTo.put(field.word(), String.valueOf(watermark)));
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("campaign", campaign.id());
        members.put("currency", campaign.plan().currency());
        members.put("from", span.from());
        members.put("to", span.to());
        members.put("wholeTo", span.wholeTo());
        members.put("elapsed", span.course().share());
        members.put("phase", progress == null ? null : phase(progress));
        members.put("goals", goals());
        members.put("budgets", budgets());
        members.put("asOf", standing.position().recordedAt());
        members.put("watermark", String.valueOf(standing.position().watermark()));
        members.put("settledTo", settledTo);
        return members;
    }

    private Map<String, @Nullable Object> phase(Progress on) {
        var phase = on.phase();
        var members = new LinkedHashMap<String, @Nullable Object>(phase.members());
        members.put("elapsed", Course.of(phase.start(), phase.end(), span.to()).share());
        members.put("gmv", phase(on.sold().gmv(), on.ofPhase(Sold::gmv), this::decimal));
        members.put("orders", phase(on.sold().orders(), on.ofPhase(Sold::orders), count -> count));
        return members;
    }

    private static Map<String, @Nullable Object> phase(
            BigInteger actual, Projection projection, Function<BigInteger, Object> shown) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("actual", shown.apply(actual));
        members.putAll(projected(projection, shown));
        return members;
    }

    private Map<String, @Nullable Object> goals() {
        var goals = campaign.plan().goals();
        var gmv = goals.gmv();
        var newBuyers = figures.newBuyers();
        var average = newBuyers == null ? null : span.wholeCourse().projected(newBuyers);
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("gmv", goal(gmv == null ? null : gmv.minor(), sold.gmv(), projected(Sold::gmv), this::decimal));
        members.put("newBuyers", goal(goals.newBuyers(), newBuyers, Projection.average(average), count -> count));
        members.put("orders", goal(goals.orders(), sold.orders(), projected(Sold::orders), count -> count));
        return members;
    }

    private Projection projected(Function<Sold, BigInteger> measure) {
        if (span.isOver()) {
            return Projection.over(measure.apply(sold));
        }
        return progress == null
                ? Projection.unknown(span.isEmpty() ? "nothing of it has passed" : "no phase is on")
                : progress.ofCampaign(sold, measure);
    }

    private static Map<String, @Nullable Object> goal(
            @Nullable Long goal,
            @Nullable BigInteger actual,
            Projection projection,
            Function<BigInteger, Object> shown) {
        var members = paced("goal", goal, "actual", actual, shown);
        members.putAll(projected(projection, shown));
        return members;
    }

    private static Map<String, @Nullable Object> projected(Projection projection, Function<BigInteger, Object> shown) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("projected", shown(projection.value(), shown));
        members.put("lower", shown(projection.lower(), shown));
        members.put("upper", shown(projection.upper(), shown));
        members.put("basis", projection.basis());
        members.put("unknown", projection.unknown());
        return members;
    }

    private static @Nullable Object shown(@Nullable BigInteger number, Function<BigInteger, Object> shown) {
        return number == null ? null : shown.apply(number);
    }

    /** Each category with a budget, in their order, then those that cost something without. */
    private List<Map<String, @Nullable Object>> budgets() {
        var costs = new TreeMap<>(figures.costs());
        var budgets = new ArrayList<Map<String, @Nullable Object>>();
        for (var budget : campaign.plan().budgets()) {
            var spent = costs.remove(budget.category());
            budgets.add(budget(budget, spent == null ? BigInteger.ZERO : spent));
        }
        costs.forEach((category, spent) -> budgets.add(budget(category, null, spent)));
        return budgets;
    }

    private Map<String, @Nullable Object> budget(Budget budget, BigInteger spent) {
        return budget(budget.category(), budget.amount().minor(), spent);
    }

    /** What is spent comes in lumps, so that only its average is told. */
    private Map<String, @Nullable Object> budget(String category, @Nullable Long budget, BigInteger spent) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("category", category);
        members.putAll(paced("budget", budget, "spent", spent, this::decimal));
        members.put("projected", shown(span.wholeCourse().projected(spent), this::decimal));
        return members;
    }

    private static Map<String, @Nullable Object> paced(
            String planned,
            @Nullable Long plan,
            String happened,
            @Nullable BigInteger actual,
            Function<BigInteger, Object> shown) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put(planned, plan == null ? null : shown.apply(BigInteger.valueOf(plan)));
        members.put(happened, shown(actual, shown));
        members.put(
                "share",
                plan == null || plan == 0 || actual == null ? null : Course.share(actual, BigInteger.valueOf(plan)));
        return members;
    }

    private String decimal(BigInteger minor) {
        return new BigDecimal(minor, Money.digitsOf(campaign.plan().currency()).orElseThrow()).toPlainString();
    }
}
