package io.factmatrix.kit.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object, taken out one by one by name and by the type they must have; what is left over in the end is
 * refused by name. Nothing is coerced: "100" is no number and 12.9 is no integer.
 */
public final class Members {

    private static final int LONGEST_TEXT = 64;

    /** RFC 3339 with an offset, up to milliseconds; a leap second is none that a store could keep. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .appendPattern("HH:mm:ss")
            .optionalStart()
            .appendFraction(ChronoField.MILLI_OF_SECOND, 1, 3, true)
            .optionalEnd()
            .appendOffset("+HH:MM", "Z")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withChronology(IsoChronology.INSTANCE);

    private final String path;
    private final Map<String, Object> values;

    /**
     * @param path the member that this object is the value of; empty for the whole
     * @param values taken over, not copied: strings, {@link BigDecimal} numbers, booleans, {@link Members}, and {@link #NULL} or {@link #ARRAY} for what no
     *     member may be
     */
    Members(String path, Map<String, Object> values) {
        this.path = path;
        this.values = values;
    }

    /** What was written as {@code null}: said, but nothing. */
    static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    /** What was written as an array: no member is one. */
    static final Object ARRAY = new Object() {
        @Override
        public String toString() {
            return "an array";
        }
    };

    /** A text that must be there. */
    public String text(String member) throws Refused {
        return present(member, optionalText(member));
    }

    /** 1 to 64 printable ASCII characters, or absent. */
    public @Nullable String optionalText(String member) throws Refused {
        var value = values.remove(member);
        if (value == null) {
            return null;
        }
        if (value instanceof String text && isName(text)) {
            return text;
        }
        throw invalid(member, value, "1 to 64 printable ASCII characters");
    }

    private static boolean isName(String text) {
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            return false;
        }
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < ' ' || text.charAt(at) > '~') {
                return false;
            }
        }
        return true;
    }

    /** Text for people that must be there. */
    public String prose(String member, int most) throws Refused {
        return present(member, optionalProse(member, most));
    }

    /** Text for people, or absent: anything readable, in as many lines as they like; an emoji is one character. */
    public @Nullable String optionalProse(String member, int most) throws Refused {
        var value = values.remove(member);
        if (value == null) {
            return null;
        }
        if (value instanceof String text
                && !text.isEmpty()
                && text.codePointCount(0, text.length()) <= most
                && text.codePoints().noneMatch(Members::isUnreadable)) {
            return text;
        }
        throw invalid(
                member, value, "1 to %d characters, of control characters only line breaks and tabs".formatted(most));
    }

    /** JSON can escape control characters and half a surrogate pair; no text that people read holds them, and no store keeps all of them. */
    private static boolean isUnreadable(int letter) {
        return (Character.isISOControl(letter) && letter != '\t' && letter != '\r' && letter != '\n')
                || Character.getType(letter) == Character.SURROGATE;
    }

    /** One of these words. */
    public <T> T word(String member, Function<String, Optional<T>> of, Set<String> words) throws Refused {
        var value = present(member, values.remove(member));
        var known = value instanceof String text ? of.apply(text) : Optional.<T>empty();
        return known.orElseThrow(
                () -> invalid(member, value, "one of " + words.stream().sorted().collect(Collectors.joining(", "))));
    }

    /** One of these words. */
    public String word(String member, Set<String> words) throws Refused {
        return word(member, text -> Optional.of(text).filter(words::contains), words);
    }

    /** One of these words, or the default where it is absent. */
    public String word(String member, Set<String> words, String absent) throws Refused {
        return values.containsKey(member) ? word(member, words) : absent;
    }

    public boolean flag(String member) throws Refused {
        var value = values.remove(member);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw invalid(member, value, "true or false");
    }

    public long integer(String member, long least) throws Refused {
        return present(member, optionalInteger(member, least));
    }

    public @Nullable Long optionalInteger(String member, long least) throws Refused {
        var value = values.remove(member);
        if (value == null) {
            return null;
        }
        if (value instanceof BigDecimal number && number.scale() == 0) {
            try {
                long integer = number.longValueExact();
                if (integer >= least) {
                    return integer;
                }
            } catch (ArithmeticException tooLarge) {
                // Refused like everything else that is no such integer.
            }
        }
        throw invalid(member, value, "an integer from %d to %d".formatted(least, Long.MAX_VALUE));
    }

    public Instant time(String member) throws Refused {
        var value = present(member, values.remove(member));
        if (value instanceof String text) {
            try {
                return OffsetDateTime.parse(text, TIME).toInstant();
            } catch (DateTimeException otherForm) {
                // Refused with the rest.
            }
        }
        throw invalid(member, value, "an RFC 3339 time with an offset, up to milliseconds");
    }

    /** The value of that name as it was read: a string, a {@link BigDecimal}, a boolean, {@link Members}, or what no member may be. */
    public Object required(String member) throws Refused {
        return present(member, values.remove(member));
    }

    /** The object of that name; empty where it is absent. */
    public Members object(String member) throws Refused {
        var value = values.remove(member);
        if (value == null) {
            return new Members(member, new HashMap<>());
        }
        if (value instanceof Members members) {
            return members;
        }
        throw invalid(member, value, "an object");
    }

    /** Refuses a member that nobody asked for. */
    public void nothingLeft() throws Refused {
        var left = values.keySet().stream().min(Comparator.naturalOrder());
        if (left.isPresent()) {
            throw new Refused(
                    "member.unknown", whole(shown(left.get())) + ": unknown (expected: a member of this type)");
        }
    }

    private <T> T present(String member, @Nullable T value) throws Refused {
        if (value == null) {
            throw Refused.missing(whole(member));
        }
        return value;
    }

    /** The code names the member of the whole, the detail the whole way to what is wrong. */
    public Refused invalid(String member, Object value, String expected) {
        return new Refused(
                (path.isEmpty() ? member : path) + ".invalid",
                "%s: %s (expected: %s)".formatted(whole(member), shown(value), expected));
    }

    /** This object, with all that is in it, is not what was expected. */
    public Refused invalid(Object value, String expected) {
        return Refused.invalid(path, shown(value), expected);
    }

    private String whole(String member) {
        return path.isEmpty() ? member : path + "." + member;
    }

    /** A value as an error shows it: whole where it is short, and never more than can be read. */
    static String shown(Object value) {
        var text = value instanceof BigDecimal number && Math.abs(number.scale()) < 40
                ? number.toPlainString()
                : value instanceof Members ? "an object" : value.toString();
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
