package io.factmatrix.deploy.acceptance;

import java.math.BigInteger;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Stands for a number of people that an installation may only estimate: judged by how far it may be from the truth.
 *
 * @param truth how many there are
 * @param atLeast how many there must be by what is known exactly, such as the greatest part of a union
 * @param atMost how many there can be by what is known exactly, such as the sum of the parts
 * @param sampled the size of the set of which {@link #NOMINAL} people are held, and among these are seen some of those counted
 */
record Estimate(BigInteger truth, BigInteger atLeast, BigInteger atMost, BigInteger sampled) {

    /** As {@link #atMost}: nothing is known. */
    static final BigInteger UNBOUNDED = BigInteger.valueOf(Long.MAX_VALUE);

    /** Up to so many people a number is exact. */
    static final int NOMINAL = 4096;

    private static final Set<String> MEMBERS = Set.of("value", "lower", "upper", "exact");

    /**
     * Called an estimate; its bounds in order and no wider than 95% need; and the truth within them, or by two standard deviations outside.
     * Exactly at bounds of 95% every twentieth true answer would be called wrong; so it is one of 15,000, and a sum in place of a union,
     * or a field left out, is found as soon as it weighs more than 6%.
     */
    boolean allows(JsonNode answer) {
        if (!answer.isObject()
                || !new TreeSet<>(answer.propertyNames()).equals(MEMBERS)
                || !answer.path("exact").isBoolean()
                || answer.path("exact").booleanValue()
                || !answer.path("value").isIntegralNumber()
                || !answer.path("lower").isIntegralNumber()
                || !answer.path("upper").isIntegralNumber()) {
            return false;
        }
        return allows(
                answer.path("value").bigIntegerValue(),
                answer.path("lower").bigIntegerValue(),
                answer.path("upper").bigIntegerValue());
    }

    /** Whether the truth lies within the bounds that are answered; of bounds of 95%, not always. */
    boolean isWithin(JsonNode answer) {
        return answer.path("lower").isIntegralNumber()
                && answer.path("upper").isIntegralNumber()
                && answer.path("lower").bigIntegerValue().compareTo(truth) <= 0
                && answer.path("upper").bigIntegerValue().compareTo(truth) >= 0;
    }

    private boolean allows(BigInteger value, BigInteger lower, BigInteger upper) {
        boolean inOrder = atLeast.compareTo(lower) <= 0
                && lower.compareTo(value) <= 0
                && value.compareTo(upper) <= 0
                && upper.compareTo(atMost) <= 0;
        double deviation = deviation();
        return inOrder
                && lower.doubleValue() <= truth.doubleValue() + 2 * deviation
                && upper.doubleValue() >= truth.doubleValue() - 2 * deviation
                && upper.subtract(lower).doubleValue() <= 5 * deviation;
    }

    /** Each person seen stands for several. How many are seen deviates by its root; two more, since of very few the bounds are skewed. */
    private double deviation() {
        double each = sampled.doubleValue() / NOMINAL;
        return each * (Math.sqrt(truth.doubleValue() / each) + 2);
    }

    @Override
    public String toString() {
        return "an estimate of %s, from %s to %s"
                .formatted(truth, atLeast, atMost.equals(UNBOUNDED) ? "any number" : atMost);
    }
}
