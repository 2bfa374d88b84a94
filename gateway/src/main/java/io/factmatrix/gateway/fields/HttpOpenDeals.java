package io.factmatrix.gateway.fields;

import io.factmatrix.gateway.application.work.OpenDeals;
import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.work.evidence.Guarantee;
import io.factmatrix.gateway.domain.work.evidence.Overdue;
import io.factmatrix.gateway.domain.work.evidence.Pace;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Deals under way, over HTTP: lists in pages, and what is only told of one by one. */
final class HttpOpenDeals implements OpenDeals {

    private static final String MERCHANT = "/v1/merchants/{merchant}";
    private static final int PAGE = 500;

    /** What is told one by one is reckoned from a ledger. */
    private static final int SIDE_BY_SIDE = 2;

    private final FieldResources creators;
    private final FieldResources campaigns;
    private final FieldResources kols;

    HttpOpenDeals(FieldResources creators, FieldResources campaigns, FieldResources kols) {
        this.creators = creators;
        this.campaigns = campaigns;
        this.kols = kols;
    }

    /** A page of any list. */
    private interface Page<T> {

        List<T> items();

        @Nullable String nextCursor();
    }

    record Participations(
            List<Participation> items, @Nullable String nextCursor) implements Page<Participation> {}

    record Participation(
            String id,
            String creator,
            Sample sample,
            @Nullable Instant contentDue) {}

    record Sample(@Nullable Instant due) {}

    record Outreaches(List<Outreach> items, @Nullable String nextCursor) implements Page<Outreach> {}

    record Outreach(String id, String creator, @Nullable Instant dueAt) {}

    record Engagements(List<Engagement> items, @Nullable String nextCursor) implements Page<Engagement> {}

    record Engagement(String id, @Nullable Amount guaranteedGmv) {}

    record Amount(String currency) {}

    record Economics(String currency, @Nullable Kept guarantee) {}

    record Kept(String guaranteedGmv, Instant from, Instant to, String keptGmv) {}

    record Campaigns(List<Campaign> items, @Nullable String nextCursor) implements Page<Campaign> {}

    record Campaign(String id, String state) {

        boolean isOn() {
            return !state.equals("draft") && !state.equals("cancelled");
        }
    }

    record Pacing(String currency, Goals goals) {}

    record Goals(Goal gmv) {}

    record Goal(
            @Nullable String goal,
            @Nullable String actual,
            @Nullable String projected,
            @Nullable String lower,
            @Nullable String upper) {}

    @Override
    public Mono<List<Overdue>> samples(Caller caller, Instant by) {
        return participations(caller, "sample", by, of -> of.sample().due());
    }

    @Override
    public Mono<List<Overdue>> contents(Caller caller, Instant by) {
        return participations(caller, "content", by, Participation::contentDue);
    }

    private Mono<List<Overdue>> participations(
            Caller caller, String what, Instant by, Function<Participation, @Nullable Instant> due) {
        return all(creators, caller, "/participations", overdue(what, by), Participations.class)
                .flatMap(of -> Mono.justOrEmpty(due.apply(of))
                        .map(at -> new Overdue("participation", of.id(), of.creator(), at)))
                .collectList();
    }

    @Override
    public Mono<List<Overdue>> outreaches(Caller caller, Instant by) {
        return all(creators, caller, "/outreaches", overdue("true", by), Outreaches.class)
                .flatMap(of ->
                        Mono.justOrEmpty(of.dueAt()).map(at -> new Overdue("outreach", of.id(), of.creator(), at)))
                .collectList();
    }

    private static Map<String, Object> overdue(String what, Instant by) {
        return Map.of("overdue", what, "asOf", by);
    }

    @Override
    public Mono<List<Guarantee>> guarantees(Caller caller) {
        return all(kols, caller, "/engagements", Map.of("state", "live"), Engagements.class)
                .filter(engagement -> engagement.guaranteedGmv() != null)
                .flatMapSequential(engagement -> guarantee(caller, engagement.id()), SIDE_BY_SIDE)
                .collectList();
    }

    private Mono<Guarantee> guarantee(Caller caller, String id) {
        return one(kols, caller, "/engagements/{id}/economics", id, Map.of(), Economics.class)
                .flatMap(economics -> Mono.justOrEmpty(economics.guarantee())
                        .map(kept -> new Guarantee(
                                id,
                                economics.currency(),
                                kept.guaranteedGmv(),
                                kept.from(),
                                kept.to(),
                                kept.keptGmv())));
    }

    @Override
    public Mono<List<Pace>> paces(Caller caller, Instant at) {
        var on = Map.<String, Object>of("from", at, "to", at.plusMillis(1));
        return all(campaigns, caller, "/campaigns", on, Campaigns.class)
                .filter(Campaign::isOn)
                .flatMapSequential(campaign -> pace(caller, campaign.id(), at), SIDE_BY_SIDE)
                .collectList();
    }

    private Mono<Pace> pace(Caller caller, String id, Instant at) {
        return one(campaigns, caller, "/campaigns/{id}/pacing", id, Map.of("at", at), Pacing.class)
                .map(pacing -> {
                    var gmv = pacing.goals().gmv();
                    return new Pace(
                            id, pacing.currency(), gmv.goal(), gmv.actual(), gmv.projected(), gmv.lower(), gmv.upper());
                });
    }

    private static <T> Mono<T> one(
            FieldResources service,
            Caller caller,
            String path,
            String id,
            Map<String, Object> parameters,
            Class<T> form) {
        return service.get(caller, form, uri -> {
            parameters.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
            var variables = new LinkedHashMap<>(parameters);
            variables.put("merchant", caller.merchant().value());
            variables.put("id", id);
            return uri.path(MERCHANT + path).build(variables);
        });
    }

    private static <T, P extends Page<T>> Flux<T> all(
            FieldResources service, Caller caller, String path, Map<String, Object> parameters, Class<P> form) {
        return page(service, caller, path, parameters, form, null)
                .expand(page -> page.nextCursor() == null
                        ? Mono.empty()
                        : page(service, caller, path, parameters, form, page.nextCursor()))
                .concatMapIterable(Page::items);
    }

    private static <P> Mono<P> page(
            FieldResources service,
            Caller caller,
            String path,
            Map<String, Object> parameters,
            Class<P> form,
            @Nullable String cursor) {
        return service.get(caller, form, uri -> {
            parameters.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
            var variables = new LinkedHashMap<>(parameters);
            variables.put("merchant", caller.merchant().value());
            variables.put("cursor", Objects.requireNonNullElse(cursor, ""));
            return uri.path(MERCHANT + path)
                    .queryParam("limit", PAGE)
                    .queryParamIfPresent("cursor", Optional.ofNullable(cursor).map(known -> "{cursor}"))
                    .build(variables);
        });
    }
}
