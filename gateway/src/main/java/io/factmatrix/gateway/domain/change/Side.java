package io.factmatrix.gateway.domain.change;

import io.factmatrix.ledger.domain.figures.Figures;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One period, of a field or of all.
 *
 * @param figures null when the field did not answer
 * @param chain null when no touchpoint reported all four counters
 */
public record Side(@Nullable Figures figures, @Nullable Chain chain) {

    /** Of one field. */
    public static Side ofField(@Nullable Figures figures) {
        return new Side(figures, figures == null ? null : Chain.ofField(figures).orElse(null));
    }

    /** Of all fields. */
    public static Side ofWhole(@Nullable Figures figures) {
        return new Side(figures, figures == null ? null : Chain.ofWhole(figures).orElse(null));
    }

    /** Nothing happened: that is known, and no counter is missing. */
    boolean isIdle() {
        return figures != null
                && figures.gmv().signum() == 0
                && figures.traffic().isEmpty();
    }

    Chain orNone() {
        return chain == null ? Chain.NONE : chain;
    }

    /** In minor units for a thousand impressions, as it is shown; empty when it is not known. */
    public Optional<BigInteger> shownGpm() {
        return Optional.ofNullable(chain).flatMap(Chain::shownGpm);
    }

    /** Why GPM has no factors here; empty when it has. */
    Optional<Unexplained> obstacle(String of, String period) {
        if (figures == null) {
            return Optional.of(Unexplained.missing(of));
        }
        return chain == null
                ? Optional.of(Unexplained.unknown(of, period))
                : chain.zero().map(factor -> Unexplained.zero(of, factor, period));
    }
}
