package io.factmatrix.ledger.domain.selection;

import io.factmatrix.ledger.domain.LedgerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a ledger sold of selections, in the transaction of the caller. */
public interface Selections {

    /** The pieces in which anything was sold or refunded, in the order of time. */
    List<PieceSales> sales(LedgerId ledger, SelectedTime asked, String currency);

    /** At most so many products at each end of a window, which begins and ends on quarter-hours; of all shops and touchpoints. */
    RankedProducts products(LedgerId ledger, Instant from, Instant to, String currency, int limit);

    /** The first quarter-hour of which the ledger holds anything; empty when it holds nothing. */
    Optional<Instant> begun(LedgerId ledger);
}
