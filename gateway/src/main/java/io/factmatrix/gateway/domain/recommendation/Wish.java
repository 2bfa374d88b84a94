package io.factmatrix.gateway.domain.recommendation;

import io.factmatrix.ledger.domain.event.Field;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be divided among the fields.
 *
 * @param budget for all days ahead, in minor units; null for what is spent in as many days at present
 * @param days ahead
 * @param limits of fields that have any
 */
public record Wish(Currency currency, @Nullable BigInteger budget, int days, Map<Field, Limits> limits) {

    Limits of(Field field) {
        return limits.getOrDefault(field, Limits.NONE);
    }

    /** As it is told in words. */
    String shown(BigInteger minor) {
        return new BigDecimal(minor, currency.getDefaultFractionDigits()).toPlainString();
    }
}
