package io.factmatrix.gateway.fields;

import io.factmatrix.gateway.application.work.OpenDeals;
import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.work.evidence.BudgetPace;
import io.factmatrix.gateway.domain.work.evidence.Guarantee;
import io.factmatrix.gateway.domain.work.evidence.Overdue;
import io.factmatrix.gateway.domain.work.evidence.Pace;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Deals under way, over HTTP: lists, and what is only told of one by one. */
final class HttpOpenDeals implements OpenDeals {

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

    record Participation(
            String id,
            String creator,
            Sample sample,
            @Nullable Instant contentDue) {}

    record Sample(@Nullable Instant due) {}

    record Outreach(String id, String creator, @Nullable Instant dueAt) {}

    record Engagement(String id, @Nullable Amount guaranteedGmv) {}

    record Amount(String currency) {}

    record Economics(String currency, @Nullable Kept guarantee) {}

    record Kept(String guaranteedGmv, Instant from, Instant to, String keptGmv) {}

    record Campaign(String id, String state) {

        boolean isOn() {
            return !state.equals("draft") && !state.equals("cancelled");
        }
    }

    record Pacing(String currency, BigDecimal elapsed, Goals goals, List<Budget> budgets) {}

    record Budget(
            String category,
            @Nullable String budget,
            String spent,
            @Nullable String projected) {}

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
        return all(creators, caller, "participations", Participation.class, overdue(what, by))
                .flatMap(of -> Mono.justOrEmpty(due.apply(of))
                        .map(at -> new Overdue("participation", of.id(), of.creator(), at)))
                .collectList();
    }

    @Override
    public Mono<List<Overdue>> outreaches(Caller caller, Instant by) {
        return all(creators, caller, "outreaches", Outreach.class, overdue("true", by))
                .flatMap(of ->
                        Mono.justOrEmpty(of.dueAt()).map(at -> new Overdue("outreach", of.id(), of.creator(), at)))
                .collectList();
    }

    private static Map<String, Object> overdue(String what, Instant by) {
        return Map.of("overdue", what, "asOf", by);
    }

    @Override
    public Mono<List<Guarantee>> guarantees(Caller caller) {
        return all(kols, caller, "engagements", Engagement.class, Map.of("state", "live"))
                .filter(engagement -> engagement.guaranteedGmv() != null)
                .flatMapSequential(engagement -> guarantee(caller, engagement.id()), SIDE_BY_SIDE)
                .collectList();
    }

    private Mono<Guarantee> guarantee(Caller caller, String id) {
        return kols.detail(
                        caller,
                        "engagements",
                        id,
                        "economics",
                        ParameterizedTypeReference.<Economics>forType(Economics.class),
                        Map.of())
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
        return all(campaigns, caller, "campaigns", Campaign.class, on)
                .filter(Campaign::isOn)
                .flatMapSequential(campaign -> pace(caller, campaign.id(), at), SIDE_BY_SIDE)
                .collectList();
    }

    private Mono<Pace> pace(Caller caller, String id, Instant at) {
        return campaigns
                .detail(
                        caller,
                        "campaigns",
                        id,
                        "pacing",
                        ParameterizedTypeReference.<Pacing>forType(Pacing.class),
                        Map.of("at", at))
                .map(pacing -> {
                    var gmv = pacing.goals().gmv();
                    return new Pace(
                            id,
                            pacing.currency(),
                            gmv.goal(),
                            gmv.actual(),
                            gmv.projected(),
                            gmv.lower(),
                            gmv.upper(),
                            budgets(id, pacing));
                });
    }

    private static List<BudgetPace> budgets(String id, Pacing pacing) {
        return pacing.budgets().stream()
                .map(of -> new BudgetPace(
                        id,
                        pacing.currency(),
                        of.category(),
                        of.budget(),
                        of.spent(),
                        of.projected(),
                        pacing.elapsed()))
                .toList();
    }

    private static <T> Flux<T> all(
            FieldResources service, Caller caller, String resources, Class<T> form, Map<String, ?> parameters) {
        return service.all(caller, resources, ParameterizedTypeReference.forType(form), parameters);
    }
}
