package io.factmatrix.ledger.domain.conflict;

import io.factmatrix.ledger.domain.LedgerId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The conflicts of a ledger, inside a transaction of its merchant. */
public interface Conflicts {

    /**
     * Those of these kinds behind that event, in the order of their events' ids as bytes. An id never changes: a reader that goes on
     * behind the last one sees every conflict that was there all the time, whichever come and go meanwhile.
     *
     * @param after the id of an event, which need not be there any more; empty for the first
     */
    Page after(LedgerId ledger, Set<Conflict.Kind> kinds, String after, int limit);

    /**
     * Some conflicts: fewer than asked for, or none, where those of the kinds asked for are rare among many others.
     *
     * @param next the id of the event behind which to go on; null when there is no more
     */
    record Page(List<Conflict> conflicts, @Nullable String next) {}
}
