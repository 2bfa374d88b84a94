package io.factmatrix.ledger.http;

import io.factmatrix.kit.problem.ProblemException;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where in a ledger somebody reads on, and how much. */
final class LedgerParameters {

    static final int MOST = 500;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,3}");
    private static final Pattern WATERMARK = Pattern.compile("[0-9]{1,64}");

    private LedgerParameters() {}

    /** However long: behind one that no ledger has come to there is nothing. */
    static long watermark(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        if (!WATERMARK.matcher(text).matches()) {
            throw ProblemException.invalid("after", text, "a watermark, 1 to 64 digits");
        }
        return new BigInteger(text).min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
    }

    static int limit(@Nullable String text, int absent) {
        if (text == null) {
            return absent;
        }
        // What Java reads as a number beside these, such as +5, is none of the API's.
        int limit = DIGITS.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid("limit", text, "an integer from 1 to " + MOST);
        }
        return limit;
    }
}
