package io.factmatrix.kit.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object, taken out one by one by name and by the type they must have; what is left over in the end is
 * refused by name. Nothing is coerced: "100" is no number and 12.9 is no integer.
 */
public final class Members {

    private static final int LONGEST_TEXT = 64;
    private static final int DIGITS_OF_A_SHARE = 6;

    private final String path;
    private final Map<String, Object> values;

    /**
     * @param path the member that this object is the value of; empty for the whole
     * @param values taken over, not copied: strings, {@link BigDecimal} numbers, booleans, {@link Members}, lists of these, and {@link #NULL} for what no
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
        if (value instanceof String text && isProse(text, most)) {
            return text;
        }
        throw invalid(member, value, prose(most));
    }

    private static String prose(int most) {
        return "1 to %d characters, of control characters only line breaks and tabs".formatted(most);
    }

    private static boolean isProse(String text, int most) {
        return !text.isEmpty()
                && text.codePointCount(0, text.length()) <= most
                && text.codePoints().noneMatch(Members::isUnreadable);
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

    /** An integer between these, both included. */
    public long integer(String member, long least, long most) throws Refused {
        return present(member, optionalInteger(member, least, most));
    }

    public @Nullable Long optionalInteger(String member, long least) throws Refused {
        return optionalInteger(member, least, Long.MAX_VALUE);
    }

    /** An integer between these, both included, or absent. */
    public @Nullable Long optionalInteger(String member, long least, long most) throws Refused {
        var value = values.remove(member);
        if (value == null) {
            return null;
        }
        if (value instanceof BigDecimal number && number.scale() == 0) {
            try {
                long integer = number.longValueExact();
                if (integer >= least && integer <= most) {
                    return integer;
                }
            } catch (ArithmeticException tooLarge) {
                // Refused like everything else that is no such integer.
            }
        }
        throw invalid(member, value, "an integer from %d to %d".formatted(least, most));
    }

    /** A number between these, both included, with at most so many decimals; it must be there. */
    public BigDecimal number(String member, BigDecimal least, BigDecimal most, int decimals) throws Refused {
        var value = required(member);
        var given = value instanceof StrictJson.Fraction fraction ? fraction.value() : value;
        if (given instanceof BigDecimal number
                && number.compareTo(least) >= 0
                && number.compareTo(most) <= 0
                && number.stripTrailingZeros().scale() <= decimals) {
            return number;
        }
        throw invalid(
                member,
                value,
                decimals == 0
                        ? "an integer from %s to %s".formatted(least.toPlainString(), most.toPlainString())
                        : "a number from %s to %s with at most %d decimals"
                                .formatted(least.toPlainString(), most.toPlainString(), decimals));
    }

    /** A number from 0 to 1 with at most six decimals, or absent. */
    public @Nullable BigDecimal optionalShare(String member) throws Refused {
        var value = values.remove(member);
        if (value == null) {
            return null;
        }
        var number = value instanceof StrictJson.Fraction fraction ? fraction.value() : value;
        if (number instanceof BigDecimal share
                && share.signum() >= 0
                && share.compareTo(BigDecimal.ONE) <= 0
                && share.stripTrailingZeros().scale() <= DIGITS_OF_A_SHARE) {
            return share;
        }
        throw invalid(member, value, "a number from 0 to 1 with at most %d decimals".formatted(DIGITS_OF_A_SHARE));
    }

    public Instant time(String member) throws Refused {
        return present(member, optionalTime(member));
    }

    public @Nullable Instant optionalTime(String member) throws Refused {
        var value = values.remove(member);
        if (value == null) {
            return null;
        }
        if (value instanceof String text) {
            var time = Rfc3339.parse(text);
            if (time.isPresent()) {
                return time.get();
            }
        }
        throw invalid(member, value, Rfc3339.EXPECTED);
    }

    /** A zone of the time zone database, or absent. */
    public @Nullable ZoneId optionalZone(String member) throws Refused {
        var value = values.remove(member);
        if (value == null) {
            return null;
        }
        var zone = value instanceof String text ? Zones.of(text) : null;
        if (zone != null) {
            return zone;
        }
        throw invalid(member, value, "an IANA time zone such as Asia/Shanghai");
    }

    /** Whether there is a member of that name left. */
    public boolean has(String member) {
        return values.containsKey(member);
    }

    /** The value of that name as it was read: a string, a {@link BigDecimal}, a boolean, {@link Members}, a list, or what no member may be. */
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

    /** What a reader makes of one object of an array. */
    @FunctionalInterface
    public interface Reader<T> {

        T read(Members members) throws Refused;
    }

    /** Objects, at most so many, each read and nothing left of it; none where they are absent. */
    public <T> List<T> objects(String member, int most, Reader<T> reader) throws Refused {
        var read = new ArrayList<T>();
        for (var element : array(member, most, "objects")) {
            if (!(element instanceof Members members)) {
                throw invalid("%s[%d]".formatted(member, read.size()), element, "an object");
            }
            read.add(reader.read(members));
            members.nothingLeft();
        }
        return read;
    }

    /** Texts of 1 to 64 printable ASCII characters, at most so many, none twice; none where they are absent. */
    public List<String> texts(String member, int most) throws Refused {
        return distinct(member, most, Members::isName, "1 to 64 printable ASCII characters");
    }

    /** Texts for people, at most so many, none twice; none where they are absent. */
    public List<String> proses(String member, int most, int longest) throws Refused {
        return distinct(member, most, text -> isProse(text, longest), prose(longest));
    }

    private List<String> distinct(String member, int most, Predicate<String> valid, String expected) throws Refused {
        var texts = new LinkedHashSet<String>();
        int at = 0;
        for (var element : array(member, most, "texts")) {
            var name = "%s[%d]".formatted(member, at++);
            if (!(element instanceof String text && valid.test(text))) {
                throw invalid(name, element, expected);
            }
            if (!texts.add(text)) {
                throw invalid(name, element, "a text that is not there before");
            }
        }
        return List.copyOf(texts);
    }

    private List<?> array(String member, int most, String of) throws Refused {
        var value = values.remove(member);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> elements && elements.size() <= most) {
            return elements;
        }
        throw invalid(
                member,
                value instanceof List<?> elements ? elements.size() + " " + of : value,
                "an array of at most %d %s".formatted(most, of));
    }

    /** Refuses a member that nobody asked for. */
    public void nothingLeft() throws Refused {
        var left = values.keySet().stream().min(Comparator.naturalOrder());
        if (left.isPresent()) {
            throw new Refused(
                    "member.unknown", whole(shown(left.get())) + ": unknown (expected: a member of this type)");
        }
    }

    /** That value, which must be there: {@code member.missing} otherwise. */
    public <T> T present(String member, @Nullable T value) throws Refused {
        if (value == null) {
            throw Refused.missing(whole(member));
        }
        return value;
    }

    /** The code names the member of the whole, the detail the whole way to what is wrong. */
    public Refused invalid(String member, Object value, String expected) {
        return new Refused(
                outermost(whole(member)) + ".invalid",
                "%s: %s (expected: %s)".formatted(whole(member), shown(value), expected));
    }

    /** This object, with all that is in it, is not what was expected. */
    public Refused invalid(Object value, String expected) {
        return new Refused(
                outermost(path) + ".invalid", "%s: %s (expected: %s)".formatted(path, shown(value), expected));
    }

    /** {@code lines} of {@code lines[3].price.amount}. */
    private static String outermost(String path) {
        int end = 0;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        return path.substring(0, end);
    }

    private String whole(String member) {
        return path.isEmpty() ? member : path + "." + member;
    }

    /** A value as an error shows it: whole where it is short, and never more than can be read. */
    static String shown(Object value) {
        var text = value instanceof BigDecimal number && Math.abs(number.scale()) < 40
                ? number.toPlainString()
                : value instanceof Members ? "an object" : value instanceof List<?> ? "an array" : value.toString();
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
