package io.factmatrix.ledger.domain.conflict;

import io.factmatrix.ledger.domain.LedgerId;
import java.util.List;
import java.util.Set;

/** The conflicts of a ledger, inside a transaction of its merchant. */
public interface Conflicts {

    /**
     * Those of these kinds behind that event, in the order of their events' ids as bytes. An id never changes: a reader that goes on
     * behind the last one sees every conflict that was there all the time, whichever come and go meanwhile.
     *
     * @param after the id of an event, which need not be there any more; empty for the first
     */
    List<Conflict> after(LedgerId ledger, Set<Conflict.Kind> kinds, String after, int limit);
}
