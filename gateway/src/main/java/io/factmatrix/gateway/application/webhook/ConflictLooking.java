package io.factmatrix.gateway.application.webhook;

import io.factmatrix.gateway.application.FieldLedgers;
import io.factmatrix.gateway.application.FieldPlans;
import io.factmatrix.gateway.application.MerchantPlans;
import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.ConflictQuestion;
import io.factmatrix.gateway.domain.FieldPage;
import io.factmatrix.gateway.domain.FieldUnavailable;
import io.factmatrix.gateway.domain.Sections;
import io.factmatrix.gateway.domain.plan.PromiseConflicts;
import io.factmatrix.gateway.domain.watch.Look;
import io.factmatrix.gateway.domain.watch.Sight;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.plan.domain.PromiseConflict;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What contradicts each other. A ledger that has more than 5,000 conflicts has not answered: nobody would read each of them. */
public final class ConflictLooking implements Looking {

    private static final int PAGE = 500;
    private static final int PAGES = 10;
    private static final ConflictQuestion ALL = new ConflictQuestion(null, null, null);

    private final FieldLedgers ledgers;
    private final MerchantPlans plans;

    public ConflictLooking(FieldLedgers ledgers, MerchantPlans plans) {
        this.ledgers = ledgers;
        this.plans = plans;
    }

    @Override
    public Mono<Look> at(Caller caller) {
        return Flux.fromIterable(Sections.FIELDS)
                .concatMap(field -> ofLedger(caller, field))
                .collectList()
                .zipWith(plans.conflicts(caller), ConflictLooking::together);
    }

    private Mono<Look> ofLedger(Caller caller, Field field) {
        return page(caller, field, "")
                .expand(page -> page.nextCursor() == null ? Mono.empty() : page(caller, field, page.nextCursor()))
                .take(PAGES)
                .collectList()
                .map(pages -> new Look(
                        pages.stream()
                                .flatMap(page -> page.items().stream())
                                .map(item -> sight(field, item))
                                .toList(),
                        pages.get(pages.size() - 1).nextCursor() == null ? Set.of(field) : Set.of()))
                .onErrorResume(FieldUnavailable.class, away -> Mono.just(new Look(List.of(), Set.of())));
    }

    private Mono<FieldPage> page(Caller caller, Field field, String after) {
        return ledgers.conflicts(field, caller, ALL, after, PAGE);
    }

    private static Sight sight(Field field, Map<String, Object> item) {
        var id = "%s %s %s".formatted(field.word(), item.get("kind"), item.get("event"));
        return new Sight(id, Set.of(field), new LinkedHashMap<>(item));
    }

    private static Look together(List<Look> ofLedgers, PromiseConflicts promised) {
        // A ledger is read, and a field's promises are told, or of neither anything is gone.
        var answered = EnumSet.noneOf(Field.class);
        ofLedgers.forEach(look -> answered.addAll(look.answered()));
        answered.removeAll(promised.missing().keySet());
        return new Look(
                Stream.concat(
                                ofLedgers.stream().flatMap(look -> look.sights().stream()),
                                promised.conflicts().stream().map(ConflictLooking::sight))
                        .toList(),
                answered);
    }

    private static Sight sight(PromiseConflict conflict) {
        var fields = conflict.sides().stream()
                .map(side -> side.source().field())
                .filter(FieldPlans.FIELDS::contains)
                .collect(Collectors.toSet());
        return new Sight("promise " + conflict.key(), fields, conflict.members());
    }
}
