package io.factmatrix.ledger.domain;

import io.factmatrix.ledger.domain.event.Fact;
import io.factmatrix.ledger.domain.event.State;
import java.util.List;
import java.util.Optional;

/** The events of a ledger as one reads them. */
public interface Facts {

    /** The event of that id with its present state. */
    Optional<Stated> find(LedgerId ledger, String id);

    /** The events behind that watermark, none beyond the other, in recorded order and without a gap. */
    List<Stated> between(LedgerId ledger, long after, long through, int limit);

    /** An event and what it counts for just now. */
    record Stated(Fact fact, State state) {}
}
