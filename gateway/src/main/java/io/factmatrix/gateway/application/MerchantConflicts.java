package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.ConflictList;
import io.factmatrix.gateway.domain.ConflictQuestion;
import io.factmatrix.gateway.domain.FieldUnavailable;
import io.factmatrix.gateway.domain.OperatingView;
import io.factmatrix.gateway.domain.Unread;
import io.factmatrix.ledger.domain.event.Field;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Fills pages with the conflicts of one field after the other. A field that does not answer is named and left for the next page,
 * and the others are read meanwhile: what one field keeps to itself hides nothing of another.
 */
public final class MerchantConflicts {

    private static final Logger log = LoggerFactory.getLogger(MerchantConflicts.class);

    private final FieldLedgers ledgers;

    public MerchantConflicts(FieldLedgers ledgers) {
        this.ledgers = ledgers;
    }

    /** The next page of at most that many. */
    public Mono<ConflictList> page(Caller caller, ConflictQuestion question, Unread unread, int limit) {
        var page = Mono.just(ConflictList.from(unread));
        for (var field : OperatingView.FIELDS) {
            var position = unread.positions().get(field);
            if (position != null) {
                page = page.flatMap(list -> list.items().size() < limit
                        ? readOn(list, field, caller, question, position, limit)
                        : Mono.just(list));
            }
        }
        return page;
    }

    private Mono<ConflictList> readOn(
            ConflictList list, Field field, Caller caller, ConflictQuestion question, String position, int limit) {
        return ledgers.conflicts(
                        field, caller, question, position, limit - list.items().size())
                .map(list::with)
                .onErrorResume(FieldUnavailable.class, away -> {
                    log.debug("The conflicts of {} go without {}: {}", caller, field, away.reason());
                    return Mono.just(list.without(field, away.reason()));
                });
    }
}
