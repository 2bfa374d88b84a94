package io.factmatrix.gateway.domain.recommendation;

import io.factmatrix.gateway.domain.estimate.Refusal;
import io.factmatrix.ledger.domain.event.Field;

/** Why a budget is not divided otherwise. */
final class Undivided {

    private Undivided() {}

    static Refusal tooFewFields(int told) {
        return new Refusal(
                "fields.too_few",
                "fields: %d with a curve (expected: at least 2, to move money between)".formatted(told));
    }

    static Refusal unfitLimits(Field field) {
        return new Refusal(
                "limits.unfit",
                "%s: least is more than what most and change leave of what it spends (expected: at most that)"
                        .formatted(field.word()));
    }

    static Refusal tooSmall(String budget, String least) {
        return new Refusal(
                "budget.too_small",
                "budget: %s (expected: at least %s, what limits, the least costs ever seen and fields without a curve take)"
                        .formatted(budget, least));
    }
}
