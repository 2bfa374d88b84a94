package io.factmatrix.creator.http;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A share as a parameter. */
final class Share {

    static final String EXPECTED = "a number from 0 to 1 with at most 6 decimals";

    private static final Pattern FORM = Pattern.compile("[01](\\.[0-9]{1,6})?");

    private Share() {}

    /** Null when it is none. */
    static @Nullable BigDecimal read(String text) {
        return FORM.matcher(text).matches() && new BigDecimal(text).compareTo(BigDecimal.ONE) <= 0
                ? new BigDecimal(text)
                : null;
    }
}
