package io.factmatrix.gateway.application;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.DaysOfFields;
import io.factmatrix.gateway.domain.MerchantAudience;
import io.factmatrix.gateway.domain.MerchantSnowball;
import io.factmatrix.gateway.domain.MetricNames;
import io.factmatrix.gateway.domain.Question;
import io.factmatrix.gateway.domain.Sections;
import io.factmatrix.gateway.domain.SeriesQuestion;
import io.factmatrix.gateway.domain.estimate.Refusal;
import io.factmatrix.gateway.domain.snowball.Change;
import io.factmatrix.gateway.domain.snowball.Day;
import io.factmatrix.gateway.domain.snowball.Meter;
import io.factmatrix.gateway.domain.snowball.Reading;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Reads the snowball of all fields. A reading takes some tenths of a second of a processor: it is made on few threads of its own, and kept, since the same days always give the same.
 */
public final class Snowballs {

    /** Any but people: each metric of a day is made of sums that come anyway. */
    private static final MetricNames SUMS = MetricNames.of(List.of("impressions"));

    /** Of a year of days each, some 100 KB. */
    private static final int KEPT = 500;

    private final ViewsOverTime views;
    private final MerchantAudiences audiences;
    private final Scheduler readers;
    private final Cache<Read, Reading> readings =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    /** What a reading depends on. */
    private record Read(List<Day> days, @Nullable Change change) {}

    /**
     * @param readers on which readings are made; refuses what it cannot take
     */
    public Snowballs(ViewsOverTime views, MerchantAudiences audiences, Scheduler readers) {
        this.views = views;
        this.audiences = audiences;
        this.readers = readers;
    }

    /**
     * @param change what is to be otherwise in the days to come; null for nothing
     */
    public Mono<MerchantSnowball> of(Caller caller, Question question, @Nullable Change change) {
        var asked = new SeriesQuestion(question.period(), question, Step.DAY, SUMS);
        var days = views.of(caller, asked).collectList().map(DaysOfFields::new);
        return Mono.zip(days, audiences.of(caller, question))
                .flatMap(both -> read(caller, both.getT1(), both.getT2(), change));
    }

    private Mono<MerchantSnowball> read(
            Caller caller, DaysOfFields days, MerchantAudience audience, @Nullable Change change) {
        var fields = Flux.fromIterable(Sections.FIELDS)
                .concatMap(field ->
                        reading(days.obstacle(field), days, field, change).map(reading -> Map.entry(field, reading)))
                .collect(LinkedHashMap<Field, Reading>::new, (all, one) -> all.put(one.getKey(), one.getValue()));
        return Mono.zip(fields, reading(days.obstacle(), days, null, change))
                .map(both -> new MerchantSnowball(caller.merchant(), days, audience, both.getT1(), both.getT2()));
    }

    private Mono<Reading> reading(
            Optional<Refusal> missing, DaysOfFields days, @Nullable Field field, @Nullable Change change) {
        return missing.map(Reading::refused)
                .map(Mono::just)
                .orElseGet(() -> Mono.fromCallable(() ->
                                readings.get(new Read(days.of(field, Day::of), change), Snowballs::read))
                        .subscribeOn(readers));
    }

    private static Reading read(Read what) {
        return Meter.read(what.days(), what.change());
    }
}
