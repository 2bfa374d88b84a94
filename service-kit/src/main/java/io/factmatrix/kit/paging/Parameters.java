package io.factmatrix.kit.paging;

import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.json.Rfc3339;
import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.json.Zones;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.resource.Id;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;

/** The parameters of a request: none that is unknown, none twice, each of them what was expected. */
public final class Parameters {

    private static final int USUALLY = 50;
    private static final int MOST = 500;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,3}");
    private static final Pattern TEXT = Pattern.compile("[ -~]{1,64}");
    private static final String TEXT_EXPECTED = "1 to 64 printable ASCII characters";
    private static final String LIMIT = "an integer from 1 to " + MOST;

    private final MultiValueMap<String, String> values;

    private Parameters(MultiValueMap<String, String> values) {
        this.values = values;
    }

    /** Of that request; 400 when there is any other than those known, or one twice. */
    public static Parameters of(ServerHttpRequest request, Set<String> known) {
        var values = request.getQueryParams();
        values.forEach((name, given) -> check(name, given, known));
        return new Parameters(values);
    }

    private static void check(String name, List<String> given, Set<String> known) {
        if (!known.contains(name)) {
            throw new ProblemException(
                    400,
                    "parameter.unknown",
                    "%s: unknown (expected: %s)"
                            .formatted(
                                    name,
                                    known.isEmpty() ? "none" : "one of " + String.join(", ", new TreeSet<>(known))));
        }
        if (given.size() > 1) {
            throw new ProblemException(
                    400, "parameter.repeated", "%s: %d times (expected: once)".formatted(name, given.size()));
        }
    }

    /** 400 when there is any. */
    public static void none(ServerHttpRequest request) {
        of(request, Set.of());
    }

    /** The parameter as that reader understands it, which throws or answers null when it does not. */
    public <T> T required(String name, String expected, Function<String, @Nullable T> reader) {
        var value = optional(name, expected, reader);
        if (value == null) {
            throw new ProblemException(400, "parameter.missing", "%s: absent (expected: %s)".formatted(name, expected));
        }
        return value;
    }

    /** The same, or null when it is absent. */
    public <T> @Nullable T optional(String name, String expected, Function<String, @Nullable T> reader) {
        if (!values.containsKey(name)) {
            return null;
        }
        var given = values.getFirst(name);
        var text = given == null ? "" : given;
        var read = read(text, reader);
        if (read == null) {
            throw ProblemException.invalid(name, text, expected);
        }
        return read;
    }

    /** 1 to 64 printable ASCII characters, or null when it is absent. */
    public @Nullable String optionalText(String name) {
        return optional(name, TEXT_EXPECTED, text -> TEXT.matcher(text).matches() ? text : null);
    }

    /** 1 to so many readable characters, or null when it is absent. */
    public @Nullable String optionalProse(String name, int most) {
        return optional(
                name,
                "1 to %d characters, none of them a control character".formatted(most),
                text -> isProse(text, most) ? text : null);
    }

    private static boolean isProse(String text, int most) {
        return !text.isEmpty()
                && text.codePointCount(0, text.length()) <= most
                && text.codePoints()
                        .noneMatch(letter ->
                                Character.isISOControl(letter) || Character.getType(letter) == Character.SURROGATE);
    }

    /** The id of a resource, or null when it is absent. */
    public <I extends Id> @Nullable I optionalId(String name, Function<String, I> id) {
        return optional(name, "an id", text -> NewIds.isValid(text) ? id.apply(text) : null);
    }

    /** A time, or null when it is absent; a plus of its offset that came unescaped has become a blank. */
    public @Nullable Instant optionalTime(String name) {
        return optional(
                name,
                Rfc3339.EXPECTED,
                text -> Rfc3339.parse(text.replace(' ', '+')).orElse(null));
    }

    /** A zone of the time zone database, or null when it is absent. */
    public @Nullable ZoneId optionalZone(String name) {
        return optional(name, "an IANA time zone such as Asia/Shanghai", Zones::of);
    }

    /** One of the words of that enum, or null when it is absent. */
    public <E extends Enum<E> & Word> @Nullable E optionalWord(String name, Class<E> constants) {
        return optional(
                name, Word.expected(constants), word -> Word.of(constants, word).orElse(null));
    }

    /** The parameter as it was given, or null when it is absent. */
    public @Nullable String given(String name) {
        return values.getFirst(name);
    }

    /** How many items a page of a list is to have. */
    public int limit() {
        return Objects.requireNonNullElse(optional("limit", LIMIT, Parameters::limit), USUALLY);
    }

    private static @Nullable Integer limit(String text) {
        // What Java reads as a number beside these, such as +5, is none of the API's.
        if (!DIGITS.matcher(text).matches()) {
            return null;
        }
        int limit = Integer.parseInt(text);
        return limit < 1 || limit > MOST ? null : limit;
    }

    private static <T> @Nullable T read(String text, Function<String, @Nullable T> reader) {
        try {
            return reader.apply(text);
        } catch (RuntimeException notUnderstood) {
            return null;
        }
    }
}
