package io.factmatrix.deploy.bench.result;

import java.util.Locale;

/** What a ratio is to reach, now and in the end. */
public record Goal(Sense sense, double atOnce, double inTheEnd) {

    /** Whether more is better. */
    public enum Sense {
        AT_LEAST("≥"),
        AT_MOST("≤"),
        NONE("");

        private final String sign;

        Sense(String sign) {
            this.sign = sign;
        }
    }

    /** Measured to be known. */
    public static final Goal NONE = new Goal(Sense.NONE, 0, 0);

    public static Goal atLeast(double atOnce, double inTheEnd) {
        return new Goal(Sense.AT_LEAST, atOnce, inTheEnd);
    }

    public static Goal atMost(double atOnce, double inTheEnd) {
        return new Goal(Sense.AT_MOST, atOnce, inTheEnd);
    }

    String verdict(double ratio) {
        if (sense == Sense.NONE) {
            return "–";
        }
        return reaches(ratio, inTheEnd) ? "yes, also the last" : reaches(ratio, atOnce) ? "yes" : "NO";
    }

    private boolean reaches(double ratio, double goal) {
        return sense == Sense.AT_LEAST ? ratio >= goal : ratio <= goal;
    }

    String text() {
        return sense == Sense.NONE
                ? "–"
                : String.format(Locale.ROOT, "%s %s, then %s", sense.sign, number(atOnce), number(inTheEnd));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
