package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.ConflictQuestion;
import io.factmatrix.gateway.domain.Listing;
import io.factmatrix.gateway.domain.Unread;
import reactor.core.publisher.Mono;

/** Lists what the ledgers know to contradict each other. */
public final class MerchantConflicts {

    private final FieldLedgers ledgers;

    public MerchantConflicts(FieldLedgers ledgers) {
        this.ledgers = ledgers;
    }

    /** The next page of at most that many. */
    public Mono<Listing> page(Caller caller, ConflictQuestion question, Unread unread, int limit) {
        return FieldByField.page(
                caller,
                unread,
                limit,
                (field, position, left) -> ledgers.conflicts(field, caller, question, position, left));
    }
}
