package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.FieldPage;
import io.factmatrix.gateway.domain.plan.PromiseQuestion;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.plan.domain.Look;
import io.factmatrix.plan.domain.Sight;
import io.factmatrix.plan.domain.Span;
import java.util.List;
import reactor.core.publisher.Mono;

/** What the fields promise and plan. Fails in {@link io.factmatrix.gateway.domain.FieldUnavailable} as {@link FieldLedgers} do. */
public interface FieldPlans {

    /** Those that plan, in the order of a view. */
    List<Field> FIELDS = List.of(Field.LIVESTREAM, Field.CREATOR, Field.CAMPAIGN, Field.KOL);

    /** At most that many promises of one field behind that position; empty for the first. */
    Mono<FieldPage> promises(Field field, Caller caller, PromiseQuestion question, String after, int limit);

    /** What happens in one field. */
    Mono<FieldPage> calendar(Field field, Caller caller, Span span);

    /** All promises of one field that are asked for, and what they are judged by where that is kept. */
    Mono<Sight> look(Field field, Caller caller, Look look);
}
