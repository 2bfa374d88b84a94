package io.factmatrix.ledger.domain.touchpoint;

import io.factmatrix.ledger.domain.LedgerId;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;

/** Totals of a ledger by touchpoint, whatever the shop. Each answer is in the transaction of the caller; money in minor units. */
public interface TouchpointTotals {

    /**
     * What was paid at each touchpoint.
     *
     * @param from on a quarter-hour
     * @param to excluded; on a quarter-hour
     */
    Map<String, BigInteger> gmv(LedgerId ledger, Instant from, Instant to, String currency);

    /** How many people made their first purchase with the merchant at each touchpoint, in whatever currency. */
    Map<String, Long> newBuyers(LedgerId ledger, Instant from, Instant to);

    /**
     * Who was reached where: who has a counted line of that currency there, or an audience event. Each pair once, one after the other as they are read, all
     * of one person together.
     */
    void reached(
            LedgerId ledger, Instant from, Instant to, String currency, BiConsumer<String, String> personAndTouchpoint);

    /** What was spent on each of these touchpoints, over all time, by category; absent is what nobody reported. */
    Map<String, Map<String, BigInteger>> costs(LedgerId ledger, Collection<String> touchpoints, String currency);
}
