package io.factmatrix.creator.domain.settlement;

import io.factmatrix.creator.domain.creator.CreatorId;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Which statements are asked for: null filters nothing. */
public record StatementFilter(
        @Nullable CreatorId creator,
        @Nullable YearMonth month,
        @Nullable String currency,
        @Nullable StatementState state) {}
