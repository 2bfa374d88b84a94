package io.factmatrix.ledger.domain.event;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An amount in the minor units of an ISO 4217 currency.
 *
 * @param minor minor units: fen of CNY, yen of JPY, fils of KWD
 */
public record Money(long minor, String currency) {

    /** The minor digits of a currency that money can be paid in, or empty when there is no such currency. */
    public static Optional<Integer> digitsOf(String currency) {
        try {
            // Gold, test and no-currency codes have -1.
            return Optional.of(Currency.getInstance(currency).getDefaultFractionDigits())
                    .filter(digits -> digits >= 0);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** The decimal string of the API, with exactly the currency's minor digits. */
    public String decimal() {
        return BigDecimal.valueOf(minor, digitsOf(currency).orElseThrow()).toPlainString();
    }

    /** By the names of the API. */
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("amount", decimal());
        members.put("currency", currency);
        return members;
    }
}
