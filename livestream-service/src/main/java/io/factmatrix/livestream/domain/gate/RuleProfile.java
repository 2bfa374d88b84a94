package io.factmatrix.livestream.domain.gate;

import org.jspecify.annotations.Nullable;

/**
 * What the merchant says of a rule.
 *
 * @param fix what is to be done about a failure, in the merchant's words; null: what the condition itself says
 */
public record RuleProfile(
        String name, Gate gate, Severity severity, @Nullable String fix, Condition condition) {}
