package io.factmatrix.ledger.domain.event;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an object of {@code amount} and {@code currency}. */
public final class MoneyMember {

    private static final Pattern AMOUNT = Pattern.compile("-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,30})?");

    private MoneyMember() {}

    /** The money of that name, or null when it is absent. */
    public static @Nullable Money optional(Members members, String member, long least) throws Refused {
        return members.has(member) ? read(members, member, least) : null;
    }

    /** The money of that name, which must be there. */
    public static Money read(Members members, String member, long least) throws Refused {
        var value = members.required(member);
        if (!(value instanceof Members parts)) {
            throw members.invalid(member, value, "an object of amount and currency");
        }
        var money = money(parts);
        parts.nothingLeft();
        if (money.minor() < least) {
            throw members.invalid(member, money.decimal(), expected(least));
        }
        return money;
    }

    /** The money that an object is. */
    public static Money of(Members parts, long least) throws Refused {
        var money = money(parts);
        if (money.minor() < least) {
            throw parts.invalid(money.decimal(), expected(least));
        }
        return money;
    }

    private static String expected(long least) {
        return least == 0 ? "at least 0" : "more than 0";
    }

    private static Money money(Members parts) throws Refused {
        var amount = parts.required("amount");
        var currency = parts.required("currency");
        var digits = currency instanceof String code ? Money.digitsOf(code) : Optional.<Integer>empty();
        if (digits.isEmpty()) {
            throw parts.invalid(currency, "an ISO 4217 currency");
        }
        if (!(amount instanceof String decimal && AMOUNT.matcher(decimal).matches())) {
            throw parts.invalid(amount, "a decimal string such as \"199.00\"");
        }
        return new Money(minor(parts, new BigDecimal(decimal), digits.get(), currency), currency.toString());
    }

    private static long minor(Members parts, BigDecimal amount, int digits, Object currency) throws Refused {
        if (amount.scale() > digits) {
            throw parts.invalid(amount.toPlainString(), "at most %d decimals for %s".formatted(digits, currency));
        }
        try {
            return amount.movePointRight(digits).longValueExact();
        } catch (ArithmeticException tooLarge) {
            throw parts.invalid(
                    amount.toPlainString(), "at most " + new Money(Long.MAX_VALUE, currency.toString()).decimal());
        }
    }
}
