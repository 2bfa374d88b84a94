package io.factmatrix.ledger.domain.touchpoint;

import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.event.People;
import java.math.BigInteger;
import java.util.Map;

/**
 * What was sold and seen at a place, in one currency.
 *
 * @param gmv in minor units
 * @param orders each counted once at this touchpoint
 * @param traffic only the counters that somebody reported: an absent one is unknown
 * @param people the same of counted heads
 */
public record PlaceSums(
        BigInteger gmv, BigInteger orders, Map<Counter, BigInteger> traffic, Map<People, BigInteger> people) {}
