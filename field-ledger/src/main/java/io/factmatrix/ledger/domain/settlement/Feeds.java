package io.factmatrix.ledger.domain.settlement;

import io.factmatrix.ledger.domain.LedgerId;

/** A ledger's feeds as they are read, inside a transaction of its merchant; each part at most as long as is asked for, or one order longer. */
public interface Feeds {

    /** {@link Feed#LINES} behind that watermark. */
    Part<PaidLine> lines(LedgerId ledger, long after, int limit);

    /** {@link Feed#SHARED} behind that position. */
    Part<PaidLine> shared(LedgerId ledger, long after, int limit);

    /** {@link Feed#FIRSTS} behind that position. */
    Part<FirstPurchase> firsts(LedgerId ledger, long after, int limit);
}
