package io.factmatrix.plan.domain;

import java.util.List;

/**
 * What promises are judged by.
 *
 * @param limits of the products that were asked for, where there are any
 */
public record Rulebook(GuardRules rules, List<Limit> limits) {

    public Rulebook {
        limits = List.copyOf(limits);
    }
}
