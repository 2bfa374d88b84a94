package io.factmatrix.gateway.domain.work.evidence;

import io.factmatrix.gateway.domain.work.ExpectedMoney;
import io.factmatrix.gateway.domain.work.Finding;
import io.factmatrix.gateway.domain.work.rule.Department;
import io.factmatrix.gateway.domain.work.rule.RuleKind;
import io.factmatrix.ledger.domain.event.Field;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign may spend on something, and what it has spent; money as decimals of the API.
 *
 * <p>It is off when more is spent than the budget: it is over by spent − budget, exactly. It is off, too, when enough of the campaign has passed and what it comes to on average is above (1 + tolerance) × the
 * budget: by how much is not known, since costs come in lumps.
 *
 * @param category of costs
 * @param budget null when none is set, which is never judged
 * @param elapsed the share of the campaign that has passed
 */
public record BudgetPace(
        String campaign,
        String currency,
        String category,
        @Nullable String budget,
        String spent,
        @Nullable String projected,
        BigDecimal elapsed) {

    /** {@link RuleKind#PACING_OFF}. */
    public Optional<Finding> finding(Judging judging) {
        if (budget == null) {
            return Optional.empty();
        }
        var most = Judging.minor(budget, currency);
        var over = Judging.minor(spent, currency).subtract(most);
        if (over.signum() > 0) {
            return Optional.of(finding(judging, ExpectedMoney.exactly(currency, over), over, most));
        }
        if (projected == null || elapsed.doubleValue() < judging.threshold(RuleKind.LEAST_ELAPSED)) {
            return Optional.empty();
        }
        var comes = Judging.minor(projected, currency);
        return comes.doubleValue() > most.doubleValue() * (1 + judging.threshold(RuleKind.TOLERANCE))
                ? Optional.of(finding(
                        judging,
                        ExpectedMoney.unknown("costs come in lumps: their average tells no bounds"),
                        comes.subtract(most),
                        most))
                : Optional.empty();
    }

    private Finding finding(Judging judging, ExpectedMoney expected, BigInteger over, BigInteger most) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("budget", budget);
        facts.put("spent", spent);
        facts.put("projected", projected);
        facts.put("elapsed", elapsed);
        return new Finding(
                "%s/budget/%s".formatted(campaign, category),
                Department.ADS,
                Set.of(Field.CAMPAIGN),
                Map.of("field", Field.CAMPAIGN.word(), "campaign", campaign, "category", category),
                facts,
                judging.path("/campaigns/%s/pacing".formatted(campaign)),
                expected,
                String.valueOf(budget),
                most.signum() == 0 ? BigDecimal.ZERO : Judging.rate(over.doubleValue() / most.doubleValue()));
    }
}
