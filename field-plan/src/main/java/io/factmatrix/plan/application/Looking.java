package io.factmatrix.plan.application;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.plan.domain.Look;
import io.factmatrix.plan.domain.Outcome;
import io.factmatrix.plan.domain.Surroundings;
import java.util.EnumSet;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks at what all fields promise, side by side. */
public final class Looking {

    private final OwnField own;
    private final OtherFields others;
    private final RememberedRules rules;

    public Looking(OwnField own, OtherFields others, RememberedRules rules) {
        this.own = own;
        this.others = others;
        this.rules = rules;
    }

    /** Fails only when this service's own store does not answer. */
    Mono<Surroundings> around(MerchantId merchant, Look look) {
        return Flux.fromIterable(fields())
                .flatMapSequential(field -> field == own.field()
                        ? own.look(merchant, look).<Outcome>map(sight -> new Outcome.Seen(field, sight))
                        : others.look(field, merchant, look))
                .collectList()
                .map(outcomes -> Surroundings.of(outcomes, rules.of(merchant, look, outcomes)));
    }

    private Set<Field> fields() {
        var fields = EnumSet.of(own.field());
        fields.addAll(others.fields());
        return fields;
    }
}
