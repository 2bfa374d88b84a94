package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.MerchantSeries;
import io.factmatrix.gateway.domain.OperatingView;
import io.factmatrix.gateway.domain.Question;
import io.factmatrix.gateway.domain.Sections;
import io.factmatrix.gateway.domain.department.Cockpit;
import io.factmatrix.gateway.domain.department.Panel;
import io.factmatrix.gateway.domain.work.rule.Department;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.selection.FieldProducts;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Shows each department its own. The fields are asked by the gateway in its own name: a department may not read there what others are to see alone. */
public final class Cockpits {

    /** Products at each end of what a field sold. */
    private static final int PRODUCTS = 10;

    private final OwnCalls own;
    private final OperatingViews views;
    private final ViewsOverTime series;
    private final FieldAnswers<FieldProducts> products;
    private final DealLists deals;

    public Cockpits(OwnCalls own, OperatingViews views, ViewsOverTime series, FieldLedgers ledgers, DealLists deals) {
        this.own = own;
        this.views = views;
        this.series = series;
        this.products = new FieldAnswers<FieldProducts>(
                ledgers,
                LastKnown.nothing(),
                (field, caller, question) -> ledgers.products(field, caller, question, PRODUCTS));
        this.deals = deals;
    }

    /** Of the period, beside the one before or not. Fails with 503 {@code credentials.unavailable} when the gateway cannot show who it is. */
    public Mono<Cockpit> of(MerchantId merchant, Department department, Question question, boolean compared) {
        return own.of(merchant).flatMap(caller -> of(caller, department, question, compared));
    }

    private Mono<Cockpit> of(Caller caller, Department department, Question question, boolean compared) {
        return Mono.zip(
                        view(caller, question, compared),
                        series.of(caller, Cockpit.trend(department, question)).collectList(),
                        before(caller, department, question),
                        products(caller, department, question),
                        deals.of(caller, department, question.period()))
                .map(all -> new Cockpit(
                        department,
                        all.getT1(),
                        all.getT2(),
                        all.getT3(),
                        all.getT4().orElse(null),
                        all.getT5()));
    }

    private Mono<OperatingView> view(Caller caller, Question question, boolean compared) {
        return compared ? views.compared(caller, question) : views.of(caller, question);
    }

    private Mono<List<MerchantSeries>> before(Caller caller, Department department, Question question) {
        return Panel.of(department).seesSteps()
                ? series.of(caller, Cockpit.before(question)).collectList()
                : Mono.just(List.of());
    }

    private Mono<Optional<Sections<FieldProducts>>> products(Caller caller, Department department, Question question) {
        return Panel.of(department).seesProducts()
                ? products.to(caller, question).map(Optional::of)
                : Mono.just(Optional.empty());
    }
}
