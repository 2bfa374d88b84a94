package io.factmatrix.ledger.domain.figures;

import io.factmatrix.ledger.domain.LedgerId;
import java.time.ZoneId;

/** The people of a ledger. Those who saw or did something are sketched by quarter-hour and day when their events are stored already. */
public interface Audiences {

    /**
     * Sketches the people of at most that many more events of the ledger, in the transaction of the caller; whoever does the same
     * waits. The watermark up to which they are then sketched.
     */
    long sketch(LedgerId ledger, int events);

    /** Up to which watermark the people are sketched. */
    long sketched(LedgerId ledger);

    /**
     * The people of that window, of whom those who saw or did something as far as they are sketched.
     *
     * @param zone whose days count
     */
    Audience audience(LedgerId ledger, Window window, ZoneId zone);
}
