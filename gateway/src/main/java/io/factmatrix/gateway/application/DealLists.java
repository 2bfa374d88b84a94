package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.Period;
import io.factmatrix.gateway.domain.department.Deal;
import io.factmatrix.gateway.domain.department.DealList;
import io.factmatrix.gateway.domain.department.Panel;
import io.factmatrix.gateway.domain.plan.PromiseConflicts;
import io.factmatrix.gateway.domain.work.rule.Department;
import io.factmatrix.kit.paging.Page;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.plan.domain.ConflictKind;
import io.factmatrix.plan.domain.PromiseConflict;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;
import reactor.util.function.Tuples;

/** What a department is to look at among the deals. Whoever does not answer is named, and the other lists are told. */
public final class DealLists {

    /** Items that are shown of each list. */
    private static final int SHOWN = 20;

    /** Resources among which those that are meant are looked for: a campaign may have a scope of 80 KB. */
    private static final int READ = 100;

    private static final int SIDE_BY_SIDE = 4;

    private static final String PROMISES = "promisesInConflict";

    private static final Set<ConflictKind> OF_GOODS =
            EnumSet.of(ConflictKind.FLOOR, ConflictKind.PROTECTION, ConflictKind.STOCK);

    private final Deals deals;
    private final MerchantPlans plans;
    private final InstantSource clock;

    public DealLists(Deals deals, MerchantPlans plans, InstantSource clock) {
        this.deals = deals;
        this.plans = plans;
        this.clock = clock;
    }

    /** The lists of a department, by name and in their order. */
    Mono<Map<String, DealList>> of(Caller caller, Department department, Period period) {
        var lists = Flux.fromIterable(Panel.of(department).deals())
                .flatMapSequential(
                        deal -> list(caller, deal, period).map(list -> Tuples.of(deal.word(), list)), SIDE_BY_SIDE);
        return (Panel.of(department).seesPromises() ? lists.concatWith(promises(caller)) : lists)
                .collectMap(Tuple2::getT1, Tuple2::getT2, LinkedHashMap::new);
    }

    private Mono<DealList> list(Caller caller, Deal deal, Period period) {
        return deals.list(caller, deal.service(), deal.resources(), deal.parameters(period, clock.instant()), READ)
                .flatMap(page -> shown(caller, deal, page))
                .onErrorResume(ProblemException.class, away -> Mono.just(DealList.missing(away.detail())));
    }

    private Mono<DealList> shown(Caller caller, Deal deal, Page<Map<String, @Nullable Object>> page) {
        var meant = page.items().stream().filter(deal::concerns).toList();
        boolean more = page.nextCursor() != null || meant.size() > SHOWN;
        return Flux.fromStream(meant.stream().limit(SHOWN))
                .flatMapSequential(resource -> item(caller, deal, resource), SIDE_BY_SIDE)
                .collectList()
                .map(items -> new DealList(items, more, null));
    }

    private Mono<Map<String, @Nullable Object>> item(Caller caller, Deal deal, Map<String, @Nullable Object> resource) {
        var detail = deal.detail();
        return detail == null
                ? Mono.just(resource)
                : deals.detail(caller, deal.service(), deal.resources(), String.valueOf(resource.get("id")), detail)
                        .filter(deal::shows)
                        .map(told -> {
                            var item = new LinkedHashMap<>(resource);
                            item.put(detail, told);
                            return item;
                        });
    }

    private Mono<Tuple2<String, DealList>> promises(Caller caller) {
        return plans.conflicts(caller).map(conflicts -> Tuples.of(PROMISES, promises(conflicts)));
    }

    private static DealList promises(PromiseConflicts all) {
        var conflicts = all.conflicts().stream()
                .filter(conflict -> OF_GOODS.contains(conflict.kind()))
                .toList();
        var items =
                conflicts.stream().limit(SHOWN).map(PromiseConflict::members).toList();
        return new DealList(items, conflicts.size() > SHOWN, all.missing().isEmpty() ? null : reason(all.missing()));
    }

    private static String reason(Map<Field, String> missing) {
        return missing.values().stream().distinct().collect(Collectors.joining("; "));
    }
}
