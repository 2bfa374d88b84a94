package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.ConflictQuestion;
import io.factmatrix.gateway.domain.Listing;
import io.factmatrix.gateway.domain.plan.ConflictPosition;
import io.factmatrix.gateway.domain.plan.PromisePosition;
import reactor.core.publisher.Mono;

/** Lists what contradicts each other: what the ledgers know, and then what is promised. */
public final class MerchantConflicts {

    private final FieldLedgers ledgers;
    private final MerchantPlans plans;

    public MerchantConflicts(FieldLedgers ledgers, MerchantPlans plans) {
        this.ledgers = ledgers;
        this.plans = plans;
    }

    /** A page, and how far it goes. */
    public record Page(Listing listing, ConflictPosition position) {}

    /** The next page of at most that many. */
    public Mono<Page> page(Caller caller, ConflictQuestion question, ConflictPosition position, int limit) {
        return FieldByField.page(
                        caller,
                        position.ledgers(),
                        limit,
                        (field, after, left) -> ledgers.conflicts(field, caller, question, after, left))
                .flatMap(listing -> {
                    var promises = position.promises();
                    int left = limit - listing.items().size();
                    return promises == null || left == 0
                            ? Mono.just(new Page(listing, new ConflictPosition(listing.unread(), promises)))
                            : withPromises(caller, question, listing, promises, left);
                });
    }

    private Mono<Page> withPromises(
            Caller caller, ConflictQuestion question, Listing listing, PromisePosition position, int left) {
        return plans.conflicts(caller).map(all -> {
            var part = position.read(all, question, left);
            return new Page(
                    PromisePosition.add(listing, part, all), new ConflictPosition(listing.unread(), part.next()));
        });
    }
}
