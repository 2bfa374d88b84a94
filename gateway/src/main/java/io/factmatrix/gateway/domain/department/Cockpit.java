package io.factmatrix.gateway.domain.department;

import io.factmatrix.gateway.domain.Members;
import io.factmatrix.gateway.domain.MerchantSeries;
import io.factmatrix.gateway.domain.MetricNames;
import io.factmatrix.gateway.domain.OperatingView;
import io.factmatrix.gateway.domain.Question;
import io.factmatrix.gateway.domain.Sections;
import io.factmatrix.gateway.domain.SeriesQuestion;
import io.factmatrix.gateway.domain.SeriesState;
import io.factmatrix.gateway.domain.work.rule.Department;
import io.factmatrix.ledger.domain.figures.FieldFigures;
import io.factmatrix.ledger.domain.figures.FieldSeries;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.Point;
import io.factmatrix.ledger.domain.figures.Step;
import io.factmatrix.ledger.domain.selection.FieldProducts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a department sees: the same figures as the view's, of its own fields; how they went day by day; what is to be looked at among its deals.
 *
 * @param trend the parts of the series of the period
 * @param before the parts of the series of the days before it; none for who does not compare steps
 * @param products null for who does not see them
 */
public record Cockpit(
        Department department,
        OperatingView view,
        List<MerchantSeries> trend,
        List<MerchantSeries> before,
        @Nullable Sections<FieldProducts> products,
        Map<String, DealList> deals) {

    /** About the trend of the period, day by day. */
    public static SeriesQuestion trend(Department department, Question question) {
        return days(question, Panel.of(department).trend());
    }

    /** About the days that its steps are compared with. */
    public static SeriesQuestion before(Question question) {
        var from = question.period().from();
        return days(
                question.about(question.period().with(from.minusDays(WeakestStep.DAYS), from)),
                MetricNames.of(List.of("rates")));
    }

    private static SeriesQuestion days(Question question, MetricNames metrics) {
        return new SeriesQuestion(question.period(), question, Step.DAY, metrics);
    }

    private Excerpt current() {
        return new Excerpt(department, view.current().sections());
    }

    /** As it is answered. */
    public Map<String, @Nullable Object> body() {
        var question = view.current().sections().question();
        return new Members()
                .add("merchant", view.merchant().value())
                .add("department", department.word())
                .add("period", question.period().body())
                .add("currency", question.currency().getCurrencyCode())
                .add("complete", isComplete())
                .add("fields", current().fields())
                .add("total", current().total())
                .add(
                        "previous",
                        view.previous() == null
                                ? null
                                : previous(view.previous().sections()))
                .add("trend", trendBody())
                .add("weakestSteps", Panel.of(department).seesSteps() ? weakestSteps() : null)
                .add("products", products == null ? null : new Products(products).body())
                .add("deals", dealsBody())
                .object();
    }

    private boolean isComplete() {
        var previous = view.previous();
        return current().isComplete()
                && (previous == null || new Excerpt(department, previous.sections()).isComplete())
                && isComplete(trend)
                && isComplete(before)
                && (products == null || products.isComplete())
                && deals.values().stream().allMatch(DealList::isComplete);
    }

    private boolean isComplete(Collection<MerchantSeries> parts) {
        return parts.stream()
                .allMatch(
                        part -> part.sections().isComplete(Panel.of(department).fields()));
    }

    private Map<String, @Nullable Object> previous(Sections<FieldFigures> sections) {
        var excerpt = new Excerpt(department, sections);
        return new Members()
                .add("period", sections.question().period().body())
                .add("fields", excerpt.fields())
                .add("total", excerpt.total())
                .object();
    }

    private Map<String, @Nullable Object> trendBody() {
        var state = new SeriesState();
        trend.forEach(state::add);
        return new Members()
                .add("step", Step.DAY.word())
                .add(
                        "points",
                        trend.stream()
                                .flatMap(
                                        part -> part.points(Panel.of(department).fields()).stream())
                                .toList())
                .add("missing", state.missing(Panel.of(department).fields()))
                .object();
    }

    /** Null of a field of which one side is not known. */
    private Map<String, @Nullable Object> weakestSteps() {
        var steps = new Members();
        var known = view.current().sections().known();
        for (var field : Panel.of(department).fields()) {
            var figures = known.get(field);
            var days = before.stream()
                    .map(part -> part.sections().known().get(field))
                    .toList();
            steps.add(
                    field.word(),
                    figures == null || days.contains(null)
                            ? null
                            : WeakestStep.of(figures.figures(), figures(days)).body());
        }
        return steps.object();
    }

    private static List<Figures> figures(List<FieldSeries> parts) {
        return parts.stream()
                .flatMap(part -> part.points().stream())
                .map(Point::figures)
                .toList();
    }

    private Map<String, @Nullable Object> dealsBody() {
        var lists = new Members();
        deals.forEach((name, list) -> lists.add(name, list.body()));
        return lists.object();
    }
}
