package io.factmatrix.campaign.domain.pacing;

import io.factmatrix.campaign.domain.campaign.Budget;
import io.factmatrix.campaign.domain.campaign.Campaign;
import io.factmatrix.campaign.domain.campaign.Phase;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.rollup.QuarterHour;
import io.factmatrix.ledger.domain.settlement.Standing;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
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
 * @param span the time whose figures these are
 * @param figures of all its pages together; an order with lines at two of them is one of each
 * @param standing of the ledger that they were read from
 */
public record Pacing(Campaign campaign, Span span, Figures figures, Standing standing) {

    /**
     * From the beginning of a campaign to a moment, in whole quarter-hours, which is how figures are summed.
     *
     * @param to excluded; not after {@code from} when nothing has passed
     */
    public record Span(Instant from, Instant to) {

        /** Whether any of it has passed. */
        public boolean isEmpty() {
            return !to.isAfter(from);
        }
    }

    /** Up to that moment, and not beyond the end. 409 {@code campaign.incomplete} of a campaign without phases. */
    public static Span span(Campaign campaign, Instant at) {
        var phases = campaign.plan().phases();
        if (phases.isEmpty()) {
            throw new ProblemException(
                    409, "campaign.incomplete", "phases: none (expected: at least one, to say how much has passed)");
        }
        var last = QuarterHour.from(phases.get(phases.size() - 1).end());
        var until = QuarterHour.of(at).start();
        return new Span(QuarterHour.of(phases.get(0).start()).start(), until.isAfter(last) ? last : until);
    }

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var plan = campaign.plan();
        var phases = plan.phases();
        var course =
                Course.of(phases.get(0).start(), phases.get(phases.size() - 1).end(), span.to());
        var settledTo = new LinkedHashMap<String, @Nullable Object>();
        standing.settledTo().forEach((field, watermark) -> settledTo.put(field.word(), String.valueOf(watermark)));
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("campaign", campaign.id());
        members.put("currency", plan.currency());
        members.put("from", span.from());
        members.put("to", span.to());
        members.put("elapsed", course.share());
        members.put("phase", phase());
        members.put("goals", goals(course));
        members.put("budgets", budgets(course));
        members.put("asOf", standing.position().recordedAt());
        members.put("watermark", String.valueOf(standing.position().watermark()));
        members.put("settledTo", settledTo);
        return members;
    }

    private @Nullable Map<String, Object> phase() {
        for (var phase : campaign.plan().phases()) {
            if (!span.to().isBefore(phase.start()) && span.to().isBefore(phase.end())) {
                return phase(phase);
            }
        }
        return null;
    }

    private Map<String, Object> phase(Phase phase) {
        var members = phase.members();
        members.put("elapsed", Course.of(phase.start(), phase.end(), span.to()).share());
        return members;
    }

    private Map<String, @Nullable Object> goals(Course course) {
        var goals = campaign.plan().goals();
        var gmv = goals.gmv();
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put(
                "gmv", paced("goal", gmv == null ? null : gmv.minor(), "actual", figures.gmv(), course, this::decimal));
        members.put(
                "newBuyers", paced("goal", goals.newBuyers(), "actual", figures.newBuyers(), course, count -> count));
        members.put("orders", paced("goal", goals.orders(), "actual", figures.orders(), course, count -> count));
        return members;
    }

    /** Each category with a budget, in their order, then those that cost something without. */
    private List<Map<String, @Nullable Object>> budgets(Course course) {
        var costs = new TreeMap<>(figures.costs());
        var budgets = new ArrayList<Map<String, @Nullable Object>>();
        for (var budget : campaign.plan().budgets()) {
            var spent = costs.remove(budget.category());
            budgets.add(budget(budget, spent == null ? BigInteger.ZERO : spent, course));
        }
        costs.forEach((category, spent) -> budgets.add(budget(category, null, spent, course)));
        return budgets;
    }

    private Map<String, @Nullable Object> budget(Budget budget, BigInteger spent, Course course) {
        return budget(budget.category(), budget.amount().minor(), spent, course);
    }

    private Map<String, @Nullable Object> budget(
            String category, @Nullable Long budget, BigInteger spent, Course course) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("category", category);
        members.putAll(paced("budget", budget, "spent", spent, course, this::decimal));
        return members;
    }

    private static Map<String, @Nullable Object> paced(
            String planned,
            @Nullable Long plan,
            String happened,
            @Nullable BigInteger actual,
            Course course,
            Function<BigInteger, Object> shown) {
        var projected = actual == null ? null : course.projected(actual);
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put(planned, plan == null ? null : shown.apply(BigInteger.valueOf(plan)));
        members.put(happened, actual == null ? null : shown.apply(actual));
        members.put(
                "share",
                plan == null || plan == 0 || actual == null ? null : Course.share(actual, BigInteger.valueOf(plan)));
        members.put("projected", projected == null ? null : shown.apply(projected));
        return members;
    }

    private String decimal(BigInteger minor) {
        return new BigDecimal(minor, Money.digitsOf(campaign.plan().currency()).orElseThrow()).toPlainString();
    }
}
