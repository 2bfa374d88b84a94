package io.factmatrix.campaign.domain.pacing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of a time has passed.
 *
 * @param passed from nothing to the whole
 */
public record Course(Duration passed, Duration whole) {

    private static final int DIGITS = 6;

    /** Of the time between these moments, at that one. */
    public static Course of(Instant start, Instant end, Instant at) {
        var whole = Duration.between(start, end);
        var passed = Duration.between(start, at);
        if (passed.isNegative()) {
            return new Course(Duration.ZERO, whole);
        }
        return new Course(passed.compareTo(whole) > 0 ? whole : passed, whole);
    }

    /** With six decimals, HALF_UP. */
    public BigDecimal share() {
        return share(BigInteger.valueOf(passed.toMillis()), BigInteger.valueOf(whole.toMillis()));
    }

    /** With six decimals, HALF_UP. */
    static BigDecimal share(BigInteger part, BigInteger whole) {
        return new BigDecimal(part).divide(new BigDecimal(whole), DIGITS, RoundingMode.HALF_UP);
    }

    /** What it comes to in the end if it goes on as it went on average: actual × whole / passed, HALF_UP. Null when nothing has passed. */
    public @Nullable BigInteger projected(BigInteger actual) {
        if (passed.isZero()) {
            return null;
        }
        return new BigDecimal(actual.multiply(BigInteger.valueOf(whole.toMillis())))
                .divide(BigDecimal.valueOf(passed.toMillis()), 0, RoundingMode.HALF_UP)
                .toBigInteger();
    }
}
