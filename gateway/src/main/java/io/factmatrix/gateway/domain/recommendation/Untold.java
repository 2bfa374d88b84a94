package io.factmatrix.gateway.domain.recommendation;

import io.factmatrix.gateway.domain.estimate.Estimate;
import io.factmatrix.gateway.domain.estimate.Refusal;
import java.time.LocalDate;

/** Why there is no curve of a field, or no other division of a budget, beside what any estimate is refused for. */
final class Untold {

    private static final String CATEGORIES = String.join(", ", Day.CATEGORIES);

    private Untold() {}

    static Refusal unknownCost(LocalDate first, long days) {
        return new Refusal(
                "cost.unknown",
                "cost: not reported on %d days, first on %s (expected: on each day an event of type cost, of a category of %s; with amount 0 where nothing was spent)"
                        .formatted(days, first, CATEGORIES));
    }

    static Refusal costInOtherCurrency(LocalDate first, long days) {
        return new Refusal(
                "cost.currency",
                "cost: in another currency, too, on %d days, first on %s (expected: in the one that is asked for alone)"
                        .formatted(days, first));
    }

    static Refusal nothingSold() {
        return new Refusal("sales.none", "netGmv: none in all (expected: more than 0)");
    }

    static Refusal decidedBy(LocalDate day) {
        return new Refusal(
                "outlier.decides",
                "%s: without this day the effect of cost is less than half or more than twice as great (expected: of no single day)"
                        .formatted(day));
    }

    static Refusal notDiminishing() {
        return new Refusal(
                "returns.not_diminishing",
                "netGmv: goes with cost nearly as well in a straight line (expected: each unit of money brings less than the one before)");
    }

    static Refusal unclearEffect(Estimate marginal) {
        return new Refusal(
                "effect.unclear",
                "netGmv: from %.2f to %.2f for one more of cost, nothing tells it from none (expected: bounds above 0)"
                        .formatted(marginal.lower(), marginal.upper()));
    }
}
