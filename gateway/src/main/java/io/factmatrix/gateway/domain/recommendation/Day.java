package io.factmatrix.gateway.domain.recommendation;

import io.factmatrix.ledger.domain.figures.Figures;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a field spent and sold on a day; money in minor units.
 *
 * @param cost of the {@link #CATEGORIES}; null when none was reported, which is not 0
 * @param inOtherCurrency whether something was spent in another currency, too
 */
public record Day(LocalDate date, @Nullable BigInteger cost, BigInteger netGmv, boolean inOtherCurrency) {

    /** What is decided on before something is sold. Commission and discounts follow from sales: of them, every curve would tell their rate. */
    public static final List<String> CATEGORIES = List.of("ads", "slotFee", "sample", "staff", "production", "other");

    public static Day of(LocalDate date, Figures figures) {
        var cost = CATEGORIES.stream()
                .filter(figures.costs()::containsKey)
                .map(figures.costs()::get)
                .reduce(BigInteger::add);
        boolean inOther = figures.otherCurrencies().values().stream()
                .anyMatch(foreign -> foreign.cost().signum() != 0);
        return new Day(date, cost.orElse(null), figures.gmv().subtract(figures.refunds()), inOther);
    }
}
