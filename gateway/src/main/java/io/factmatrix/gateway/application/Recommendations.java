package io.factmatrix.gateway.application;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.DaysOfFields;
import io.factmatrix.gateway.domain.MerchantRecommendation;
import io.factmatrix.gateway.domain.MetricNames;
import io.factmatrix.gateway.domain.Question;
import io.factmatrix.gateway.domain.SeriesQuestion;
import io.factmatrix.gateway.domain.recommendation.Day;
import io.factmatrix.gateway.domain.recommendation.Response;
import io.factmatrix.gateway.domain.recommendation.Wish;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.Step;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Tells where the next money should go. What a field answers to costs takes some tenths of a second of a processor: it is estimated on few threads of its own, and kept, since the same days always
 * give the same; to divide a budget by it takes none.
 */
public final class Recommendations {

    /** Any but people: each metric of a day is made of sums that come anyway. */
    private static final MetricNames SUMS = MetricNames.of(List.of("netGmv"));

    /** Each with 200 curves, some 20 KB, and a year of days, some 50 KB. */
    private static final int KEPT = 500;

    private final ViewsOverTime views;
    private final Scheduler estimates;
    private final Cache<List<Day>, Response> responses =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    /**
     * @param estimates on which estimates are made; refuses what it cannot take
     */
    public Recommendations(ViewsOverTime views, Scheduler estimates) {
        this.views = views;
        this.estimates = estimates;
    }

    public Mono<MerchantRecommendation> of(Caller caller, Question question, Wish wish) {
        var asked = new SeriesQuestion(question.period(), question, Step.DAY, SUMS);
        return views.of(caller, asked)
                .collectList()
                .map(DaysOfFields::new)
                .flatMap(days ->
                        responses(days).map(told -> MerchantRecommendation.of(caller.merchant(), days, told, wish)));
    }

    private Mono<Map<Field, Response>> responses(DaysOfFields days) {
        return Flux.fromIterable(MerchantRecommendation.FIELDS)
                .concatMap(field -> response(days, field).map(response -> Map.entry(field, response)))
                .collect(() -> new EnumMap<>(Field.class), (all, one) -> all.put(one.getKey(), one.getValue()));
    }

    private Mono<Response> response(DaysOfFields days, Field field) {
        return days.obstacle(field)
                .map(Response::refused)
                .map(Mono::just)
                .orElseGet(() -> Mono.fromCallable(() -> responses.get(days.of(field, Day::of), Response::of))
                        .subscribeOn(estimates));
    }
}
