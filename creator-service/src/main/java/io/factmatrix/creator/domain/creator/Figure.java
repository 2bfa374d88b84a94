package io.factmatrix.creator.domain.creator;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a number: what it is, or between what it lies, both included. What is not known at all is no figure, and never one of 0.
 *
 * @param upper the same as {@code lower} when the value is known
 */
public record Figure(BigDecimal lower, BigDecimal upper) {

    private static final Pattern DECIMAL = Pattern.compile("(0|[1-9][0-9]{0,14})(\\.[0-9]{1,6})?");

    /**
     * The figure of that name, {@code {"value": "12.30"}} or {@code {"lower": "10.00", "upper": "20.00"}}, or null where it is absent.
     *
     * @param digits how many decimals it has at most, and is shown with
     */
    static @Nullable Figure optional(Members members, String member, int digits, @Nullable BigDecimal most)
            throws Refused {
        if (!members.has(member)) {
            return null;
        }
        var parts = members.object(member);
        var figure = read(parts, digits, most);
        parts.nothingLeft();
        return figure;
    }

    /** Of the members {@code value}, or {@code lower} and {@code upper}. */
    static Figure read(Members parts, int digits, @Nullable BigDecimal most) throws Refused {
        if (!parts.has("lower") && !parts.has("upper")) {
            var value = decimal(parts, "value", digits, most);
            return new Figure(value, value);
        }
        var lower = decimal(parts, "lower", digits, most);
        var upper = decimal(parts, "upper", digits, most);
        if (lower.compareTo(upper) > 0) {
            throw parts.invalid("upper", upper, "at least lower, " + lower.toPlainString());
        }
        return new Figure(lower, upper);
    }

    private static BigDecimal decimal(Members parts, String member, int digits, @Nullable BigDecimal most)
            throws Refused {
        var text = parts.text(member);
        var number = DECIMAL.matcher(text).matches() ? new BigDecimal(text) : null;
        if (number == null
                || number.stripTrailingZeros().scale() > digits
                || (most != null && number.compareTo(most) > 0)) {
            throw parts.invalid(
                    member,
                    text,
                    "a decimal string of at most %d decimals%s, such as \"%s\""
                            .formatted(
                                    digits,
                                    most == null ? "" : " and at most " + most.toPlainString(),
                                    BigDecimal.ONE.setScale(digits)));
        }
        return number.setScale(digits);
    }

    /** Whether the value itself is known. */
    public boolean isExact() {
        return lower.compareTo(upper) == 0;
    }

    /** By the names of the API. */
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        if (isExact()) {
            members.put("value", lower.toPlainString());
        } else {
            members.put("lower", lower.toPlainString());
            members.put("upper", upper.toPlainString());
        }
        return members;
    }
}
