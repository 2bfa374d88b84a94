package io.factmatrix.livestream.domain.gate;

import org.jspecify.annotations.Nullable;

/** Which rules are asked for: null filters nothing. */
public record RuleFilter(@Nullable Gate gate, @Nullable RuleState state) {}
