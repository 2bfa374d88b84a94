package io.factmatrix.plan.domain;

import io.factmatrix.ledger.domain.event.Money;
import org.jspecify.annotations.Nullable;

/**
 * The money at stake.
 *
 * @param money null: unknown
 * @param unknown why it is
 */
public record Stake(@Nullable Money money, @Nullable String unknown) {

    static Stake unknown(String why) {
        return new Stake(null, why);
    }

    /** So much a unit, so many units. */
    static Stake of(long minor, String currency, @Nullable Long units) {
        if (units == null) {
            return unknown("nobody said how many are promised");
        }
        try {
            return new Stake(new Money(Math.multiplyExact(minor, units), currency), null);
        } catch (ArithmeticException tooMuch) {
            return unknown("more than can be counted");
        }
    }
}
