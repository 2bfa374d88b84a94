package io.factmatrix.ledger.domain.touchpoint;

import io.factmatrix.ledger.domain.LedgerId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The paid lines of a ledger that count, each with what is refunded of it. Each answer is in the transaction of the caller. */
public interface CountedLines {

    /**
     * Which lines are asked for.
     *
     * @param touchpoints only what was paid at these; null for everywhere
     * @param from when it was paid
     * @param to excluded
     */
    record Asked(@Nullable Collection<String> touchpoints, Instant from, Instant to) {}

    /** One after the other as they are read, in the order of their places. */
    void read(LedgerId ledger, Asked asked, Consumer<CountedLine> line);

    /**
     * At most so many, in the order of their places.
     *
     * @param after only those behind it; null for all
     */
    List<CountedLine> page(LedgerId ledger, Asked asked, CountedLine.@Nullable Place after, int limit);
}
