package io.factmatrix.gateway.application.work;

import io.factmatrix.gateway.application.FieldLedgers;
import io.factmatrix.gateway.application.MerchantPlans;
import io.factmatrix.gateway.application.ViewsOverTime;
import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.FieldService;
import io.factmatrix.gateway.domain.FieldUnavailable;
import io.factmatrix.gateway.domain.MerchantSeries;
import io.factmatrix.gateway.domain.MetricNames;
import io.factmatrix.gateway.domain.Question;
import io.factmatrix.gateway.domain.Section;
import io.factmatrix.gateway.domain.Sections;
import io.factmatrix.gateway.domain.SeriesQuestion;
import io.factmatrix.gateway.domain.work.Finding;
import io.factmatrix.gateway.domain.work.Findings;
import io.factmatrix.gateway.domain.work.evidence.AfterSalesEvidence;
import io.factmatrix.gateway.domain.work.evidence.AfterSalesQuestion;
import io.factmatrix.gateway.domain.work.evidence.ArrivalsQuestion;
import io.factmatrix.gateway.domain.work.evidence.AwayField;
import io.factmatrix.gateway.domain.work.evidence.ConflictEvidence;
import io.factmatrix.gateway.domain.work.evidence.Judging;
import io.factmatrix.gateway.domain.work.evidence.SilentField;
import io.factmatrix.gateway.domain.work.evidence.StepEvidence;
import io.factmatrix.gateway.domain.work.evidence.TouchpointComplaints;
import io.factmatrix.gateway.domain.work.rule.RuleKind;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.ledger.domain.aftersales.FieldAfterSales;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldSeries;
import io.factmatrix.ledger.domain.figures.Point;
import io.factmatrix.ledger.domain.figures.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Asks the fields for what a rule looks at, and judges it. What could not be read is named; it never fails for it. */
public final class Lookout {

    /** Sums of a day; any metric but people, who would be read one by one. */
    private static final MetricNames SUMS = MetricNames.of(List.of("gmv"));

    /** A service that is started anew is not away. */
    private static final Retry AGAIN =
            Retry.fixedDelay(2, Duration.ofSeconds(1)).filter(FieldUnavailable.class::isInstance);

    private final FieldLedgers ledgers;
    private final ViewsOverTime views;
    private final MerchantPlans plans;
    private final OpenDeals deals;

    public Lookout(FieldLedgers ledgers, ViewsOverTime views, MerchantPlans plans, OpenDeals deals) {
        this.ledgers = ledgers;
        this.views = views;
        this.plans = plans;
        this.deals = deals;
    }

    /** What that rule finds at the moment that is judged. */
    public Mono<Findings> look(RuleKind rule, Caller caller, Judging judging) {
        return switch (rule) {
            case REFUND_SPIKE ->
                afterSales(caller, judging, seen -> new AfterSalesEvidence(seen).refundSpikes(judging));
            case COMPLAINT_CLUSTER -> afterSales(caller, judging, seen -> complaints(seen, judging));
            case WEAK_STEP -> weakSteps(caller, judging);
            case SAMPLE_OVERDUE ->
                deals(Field.CREATOR, deals.samples(caller, judging.at()), late -> late.finding(judging).stream());
            case CONTENT_OVERDUE ->
                deals(Field.CREATOR, deals.contents(caller, judging.at()), late -> late.finding(judging).stream());
            case OUTREACH_OVERDUE ->
                deals(Field.CREATOR, deals.outreaches(caller, judging.at()), late -> late.finding(judging).stream());
            case GUARANTEE_AT_RISK ->
                deals(Field.KOL, deals.guarantees(caller), guarantee -> guarantee.finding(judging).stream());
            case PACING_OFF -> deals(Field.CAMPAIGN, deals.paces(caller, judging.at()), pace -> pace.findings(judging));
            case PROMISE_CONFLICT -> conflicts(caller, judging);
            case FIELD_STALE -> awayFields(caller, judging);
            case FIELD_SILENT -> silentFields(caller, judging);
        };
    }

    private Mono<Findings> afterSales(Caller caller, Judging judging, Function<FieldAfterSales, List<Finding>> judge) {
        var question = AfterSalesQuestion.of(judging);
        return Flux.fromIterable(Sections.FIELDS)
                .concatMap(field -> ledgers.afterSales(field, caller, question)
                        .map(seen -> Findings.of(judge.apply(seen)))
                        .onErrorResume(
                                FieldUnavailable.class, away -> Mono.just(Findings.unread(field, away.reason()))))
                .reduce(Findings.NONE, Findings::plus);
    }

    private static List<Finding> complaints(FieldAfterSales seen, Judging judging) {
        var found = new ArrayList<>(new AfterSalesEvidence(seen).complaintClusters(judging));
        found.addAll(new TouchpointComplaints(seen).clusters(judging));
        return found;
    }

    private Mono<Findings> weakSteps(Caller caller, Judging judging) {
        var period = judging.lastDays(StepEvidence.DAYS);
        var currency = Currency.getInstance(judging.settings().currency());
        var question = new Question(period, currency, null, null, null, null);
        return views.of(caller, new SeriesQuestion(period, question, Step.DAY, SUMS))
                .next()
                .map(series -> weakSteps(series, judging));
    }

    private static Findings weakSteps(MerchantSeries series, Judging judging) {
        var last = judging.lastDays(1).start();
        var all = Findings.NONE;
        for (var field : Sections.FIELDS) {
            var section = series.sections().sections().get(field);
            if (section instanceof Section.Fresh<FieldSeries> fresh) {
                var days = fresh.answer().points().stream().collect(Collectors.toMap(Point::start, Point::figures));
                all = all.plus(Findings.of(new StepEvidence(field, last, days).weakSteps(judging)));
            } else {
                all = all.plus(Findings.unread(
                        field, section instanceof Section.Missing<?> missing ? missing.reason() : "not asked"));
            }
        }
        return all;
    }

    private static <T> Mono<Findings> deals(Field field, Mono<List<T>> asked, Function<T, Stream<Finding>> judge) {
        return asked.map(list -> Findings.of(list.stream().flatMap(judge).toList()))
                .onErrorResume(
                        ProblemException.class,
                        away -> Mono.just(Findings.unread(field, String.valueOf(away.getMessage()))));
    }

    private Mono<Findings> conflicts(Caller caller, Judging judging) {
        return plans.conflicts(caller)
                .map(all -> new Findings(
                        all.conflicts().stream()
                                .map(conflict -> new ConflictEvidence(conflict).finding(judging))
                                .toList(),
                        all.missing()));
    }

    private Mono<Findings> awayFields(Caller caller, Judging judging) {
        return Flux.fromStream(Stream.of(FieldService.values()))
                .flatMap(service -> ledgers.standings(service, caller, false)
                        .retryWhen(AGAIN)
                        .map(standing -> List.<Finding>of())
                        .onErrorResume(
                                away -> Mono.just(List.of(new AwayField(service, reason(away)).finding(judging)))))
                .reduce(Findings.NONE, (all, found) -> all.plus(Findings.of(found)));
    }

    private Mono<Findings> silentFields(Caller caller, Judging judging) {
        var question = ArrivalsQuestion.of(judging);
        return Flux.fromIterable(Sections.FIELDS)
                .concatMap(field -> ledgers.arrivals(field, caller, question)
                        .map(seen -> Findings.of(
                                new SilentField(seen).finding(judging).stream().toList()))
                        .onErrorResume(
                                FieldUnavailable.class, away -> Mono.just(Findings.unread(field, away.reason()))))
                .reduce(Findings.NONE, Findings::plus);
    }

    /** That of the last try. */
    private static String reason(Throwable away) {
        var last = away.getCause() == null ? away : away.getCause();
        return last instanceof FieldUnavailable known ? known.reason() : String.valueOf(last.getMessage());
    }
}
