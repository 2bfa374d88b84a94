package io.factmatrix.ledger.domain.decision;

import io.factmatrix.ledger.domain.event.Rejection;

/** What became of an event. */
public sealed interface Decision {

    /** It is in the ledger now. */
    record Stored() implements Decision {}

    /** It was in the ledger, with the same meaning. */
    record Duplicate() implements Decision {}

    /** It is not in the ledger, and why. */
    record Rejected(Rejection rejection) implements Decision {}
}
