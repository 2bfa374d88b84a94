package io.factmatrix.deploy.local.mapping.value;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How numbers are written: {@code 1,234.50}, {@code -£12}, {@code (12.00)}, {@code 13.99%}, {@code 1.2万}, {@code 3K},
 * {@code 2.5E+3}. Groups must be whole ones, so that a comma that means decimals is not taken for a thousand.
 */
final class NumberForm {

    private static final Map<String, Integer> POWERS = Map.ofEntries(
            Map.entry("%", -2),
            Map.entry("‰", -3),
            Map.entry("k", 3),
            Map.entry("K", 3),
            Map.entry("千", 3),
            Map.entry("w", 4),
            Map.entry("W", 4),
            Map.entry("万", 4),
            Map.entry("萬", 4),
            Map.entry("m", 6),
            Map.entry("M", 6),
            Map.entry("亿", 8),
            Map.entry("億", 8),
            Map.entry("b", 9),
            Map.entry("B", 9));

    private final Set<String> signs;
    private final Pattern form;
    private final String example;

    /**
     * @param grouping null when digits are not grouped
     * @param signs that stand beside numbers, besides those of a currency
     */
    NumberForm(char decimal, @Nullable Character grouping, Set<String> signs) {
        this.signs = Set.copyOf(signs);
        var point = Pattern.quote(String.valueOf(decimal));
        var group = grouping == null
                ? ""
                : "|[0-9]{1,3}(?:%1$s[0-9]{2,3})*%1$s[0-9]{3}".formatted(Pattern.quote(String.valueOf(grouping)));
        this.form = Pattern.compile(
                "(?<whole>[0-9]+%1$s|(?=%2$s[0-9]))(?:%2$s(?<fraction>[0-9]*))?(?:[eE](?<exponent>[+-]?[0-9]{1,3}))?\\s*(?<power>[%%‰kKmMbBwW千万萬亿億])?"
                        .formatted(group, point));
        this.example = "1" + (grouping == null ? "" : grouping) + "234" + decimal + "50";
    }

    BigDecimal read(String text, Unit unit) throws Unread {
        var rest = plain(text);
        var bracketed = rest.startsWith("(") && rest.endsWith(")");
        if (bracketed) {
            rest = rest.substring(1, rest.length() - 1).strip();
        }
        var negative = rest.startsWith("-");
        var signed = withoutPlusOrMinus(rest);
        var bare = withoutSign(signed, unit);
        if (!bare.equals(signed) && signed.equals(rest)) {
            negative = bare.startsWith("-");
            bare = withoutPlusOrMinus(bare);
        }
        var number = form.matcher(bare);
        if (bare.length() > 100 || !number.matches()) {
            throw new Unread(text, "a number such as " + example);
        }
        var fraction = number.group("fraction");
        var whole = number.group("whole").replaceAll("[^0-9]", "");
        var exponent = number.group("exponent");
        var power = number.group("power");
        var value = new BigDecimal("0" + whole + "." + (fraction == null ? "" : fraction) + "0")
                .scaleByPowerOfTen(exponent == null ? 0 : Integer.parseInt(exponent))
                .scaleByPowerOfTen(power == null ? 0 : POWERS.getOrDefault(power, 0))
                .stripTrailingZeros();
        return negative != bracketed ? value.negate() : value;
    }

    private static String withoutPlusOrMinus(String text) {
        return text.startsWith("-") || text.startsWith("+") ? text.substring(1).strip() : text;
    }

    private String withoutSign(String text, Unit unit) {
        var known = new HashSet<>(unit.signs());
        known.addAll(signs);
        // The longest first: US$ before $.
        var longest =
                known.stream().sorted(Comparator.comparingInt(String::length).reversed());
        for (var sign : (Iterable<String>) longest::iterator) {
            if (!sign.isEmpty() && text.startsWith(sign)) {
                return text.substring(sign.length()).strip();
            }
            if (!sign.isEmpty() && text.endsWith(sign)) {
                return text.substring(0, text.length() - sign.length()).strip();
            }
        }
        return text;
    }

    /** Full-width letters and spaces of all kinds as plain ones. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('\u2212', '-')
                .replace("\u200E", "")
                .replace("\u200F", "")
                .strip();
    }
}
