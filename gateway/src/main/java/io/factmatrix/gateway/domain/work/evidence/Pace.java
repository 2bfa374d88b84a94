package io.factmatrix.gateway.domain.work.evidence;

import io.factmatrix.gateway.domain.work.ExpectedMoney;
import io.factmatrix.gateway.domain.work.Finding;
import io.factmatrix.gateway.domain.work.rule.Department;
import io.factmatrix.gateway.domain.work.rule.RuleKind;
import io.factmatrix.ledger.domain.event.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign is to sell and what it will, as its pacing projects it, and what it spends; money as decimals of the API.
 *
 * <p>It is off when what is projected is below (1 − tolerance) × the goal, and the goal above the upper bound of what is projected. It is then short by goal −
 * projected, between goal − upper and goal − lower.
 *
 * @param goal null when none is set
 * @param projected null when it is not known, which is never judged
 */
public record Pace(
        String campaign,
        String currency,
        @Nullable String goal,
        @Nullable String actual,
        @Nullable String projected,
        @Nullable String lower,
        @Nullable String upper,
        List<BudgetPace> budgets) {

    public Pace {
        budgets = List.copyOf(budgets);
    }

    /** {@link RuleKind#PACING_OFF}: of its goal, and of its budgets. */
    public Stream<Finding> findings(Judging judging) {
        return Stream.concat(
                finding(judging).stream(), budgets.stream().flatMap(budget -> budget.finding(judging).stream()));
    }

    private Optional<Finding> finding(Judging judging) {
        if (goal == null || projected == null) {
            return Optional.empty();
        }
        double wanted = minor(goal);
        double comes = minor(projected);
        double most = minor(Objects.requireNonNullElse(upper, projected));
        if (comes >= wanted * (1 - judging.threshold(RuleKind.TOLERANCE)) || most >= wanted) {
            return Optional.empty();
        }
        double least = minor(Objects.requireNonNullElse(lower, projected));
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("goal", goal);
        facts.put("actual", actual);
        facts.put("projected", projected);
        facts.put("lower", lower);
        facts.put("upper", upper);
        return Optional.of(new Finding(
                campaign,
                Department.ADS,
                Set.of(Field.CAMPAIGN),
                Map.of("field", Field.CAMPAIGN.word(), "campaign", campaign),
                facts,
                judging.path("/campaigns/%s/pacing".formatted(campaign)),
                ExpectedMoney.between(currency, wanted - comes, wanted - most, wanted - least),
                goal,
                Judging.rate(1 - comes / wanted)));
    }

    private double minor(String decimal) {
        return Judging.minor(decimal, currency).doubleValue();
    }
}
