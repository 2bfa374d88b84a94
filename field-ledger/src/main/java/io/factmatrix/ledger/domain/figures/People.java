package io.factmatrix.ledger.domain.figures;

import java.math.BigInteger;

/**
 * A number of people.
 *
 * @param value the number, or the best estimate of it
 * @param lower the number is at least this, with a probability of 95%; the value itself when it is exact
 * @param upper the number is at most this, with a probability of 95%; the value itself when it is exact
 * @param exact counted, not estimated
 */
public record People(BigInteger value, BigInteger lower, BigInteger upper, boolean exact) {

    static People exactly(BigInteger count) {
        return new People(count, count, count, true);
    }

    /** As many as must be and no more than can be: what is known for certain narrows an estimate, or leaves nothing to estimate. */
    public People within(BigInteger atLeast, BigInteger atMost) {
        return new People(
                value.max(atLeast).min(atMost),
                lower.max(atLeast).min(atMost),
                upper.max(atLeast).min(atMost),
                exact || atLeast.equals(atMost));
    }

    /** Perhaps as many as those may be. */
    public People reachingTo(People others) {
        return new People(value, lower, upper.max(others.upper), exact);
    }

    /** Perhaps as few as those may be, and not more. */
    public People noMoreThan(People others) {
        return new People(value.min(others.value), lower.min(others.lower), upper, exact);
    }
}
