package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.FieldUnavailable;
import io.factmatrix.gateway.domain.Listing;
import io.factmatrix.gateway.domain.Period;
import io.factmatrix.gateway.domain.Unread;
import io.factmatrix.gateway.domain.plan.MerchantCalendar;
import io.factmatrix.gateway.domain.plan.PromiseConflicts;
import io.factmatrix.gateway.domain.plan.PromiseQuestion;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.plan.domain.Look;
import io.factmatrix.plan.domain.Outcome;
import io.factmatrix.plan.domain.Span;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts what the fields promise and plan side by side. */
public final class MerchantPlans {

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final FieldPlans plans;
    private final InstantSource clock;

    public MerchantPlans(FieldPlans plans, InstantSource clock) {
        this.plans = plans;
        this.clock = clock;
    }

    /** The next page of at most that many promises. */
    public Mono<Listing> promises(Caller caller, PromiseQuestion question, Unread unread, int limit) {
        return FieldByField.page(
                caller,
                unread,
                limit,
                (field, position, left) -> plans.promises(field, caller, question, position, left));
    }

    /** What contradicts each other of what is not over yet. */
    public Mono<PromiseConflicts> conflicts(Caller caller) {
        var look = new Look(null, new Span(clock.instant(), LATEST), true);
        return Flux.fromIterable(FieldPlans.FIELDS)
                .flatMapSequential(field -> outcome(field, caller, look))
                .collectList()
                .map(PromiseConflicts::of);
    }

    private Mono<Outcome> outcome(Field field, Caller caller, Look look) {
        return plans.look(field, caller, look)
                .<Outcome>map(sight -> new Outcome.Seen(field, sight))
                .onErrorResume(FieldUnavailable.class, away -> Mono.just(new Outcome.Unchecked(field, away.reason())));
    }

    /** What happens in these days. */
    public Mono<MerchantCalendar> calendar(Caller caller, Period period, List<Field> fields) {
        var span = new Span(period.start(), period.end());
        return Flux.fromIterable(fields)
                .flatMapSequential(field -> plans.calendar(field, caller, span)
                        .map(page -> new MerchantCalendar.Part(field, page.items(), null))
                        .onErrorResume(
                                FieldUnavailable.class,
                                away -> Mono.just(new MerchantCalendar.Part(field, List.of(), away.reason()))))
                .collectList()
                .map(parts -> MerchantCalendar.of(period, parts));
    }
}
