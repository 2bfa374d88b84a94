package io.factmatrix.ledger.domain;

import io.factmatrix.ledger.domain.decision.Batch;
import io.factmatrix.ledger.domain.decision.Known;
import io.factmatrix.ledger.domain.event.Event;
import java.time.Instant;
import java.util.List;

/** The ledgers as one writes to them, inside one transaction of their merchant. */
public interface Ledgers {

    /** Holds the ledger until the transaction ends: from here on nobody else writes to it. */
    Held hold(LedgerId ledger);

    /**
     * From here on nothing is recorded at or before that moment; waits for who is writing. Whether it is past by the database's
     * clock: else nothing is sealed.
     */
    boolean seal(LedgerId ledger, Instant moment);

    /** What the ledger knows that could matter to these events. */
    Known known(Held held, List<Event> events);

    /** Keeps what a batch changes. */
    void keep(Held held, Position after, Batch.Changes changes);

    /**
     * A ledger that is held.
     *
     * @param contested whether a stronger field ever claimed one of its lines
     * @param now the database's clock
     */
    record Held(LedgerId ledger, Position position, boolean contested, Instant now) {}
}
