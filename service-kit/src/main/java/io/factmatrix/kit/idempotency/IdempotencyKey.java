package io.factmatrix.kit.idempotency;

import io.factmatrix.kit.problem.ProblemException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The client's name for one thing it wants done once. */
public record IdempotencyKey(String value) {

    private static final Pattern FORM = Pattern.compile("[ -~]{1,255}");

    /** The key in the lines of the header; null without any. 400 {@code idempotency-key.invalid} when they are not one key. */
    public static @Nullable IdempotencyKey of(List<String> lines) {
        if (lines.isEmpty()) {
            return null;
        }
        if (lines.size() > 1) {
            throw ProblemException.invalid("idempotency-key", lines.size() + " times", "once");
        }
        var value = lines.get(0);
        if (!FORM.matcher(value).matches()) {
            throw ProblemException.invalid("idempotency-key", value, "1 to 255 printable ASCII characters");
        }
        return new IdempotencyKey(value);
    }
}
