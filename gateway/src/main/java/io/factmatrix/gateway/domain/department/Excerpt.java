package io.factmatrix.gateway.domain.department;

import io.factmatrix.gateway.domain.Members;
import io.factmatrix.gateway.domain.Metrics;
import io.factmatrix.gateway.domain.Sections;
import io.factmatrix.gateway.domain.work.rule.Department;
import io.factmatrix.ledger.domain.figures.FieldFigures;
import io.factmatrix.ledger.domain.figures.Figures;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a department sees of a view: of its fields, its figures. */
record Excerpt(Department department, Sections<FieldFigures> sections) {

    boolean isComplete() {
        return sections.isComplete(Panel.of(department).fields());
    }

    /** By name, each as the view tells it. */
    Map<String, @Nullable Object> fields() {
        return sections.body(Panel.of(department).fields(), answer -> ofField(answer.figures()));
    }

    private Map<String, @Nullable Object> ofField(Figures sums) {
        var indicators = new Members();
        Panel.of(department)
                .indicators()
                .forEach(indicator -> indicators.add(indicator.word(), indicator.ofField(sums)));
        return figures(Metrics.ofField(sums, sections.question().currency()), indicators);
    }

    /** Over those of its fields of which something is known; null, and not zeros, when there is none. */
    @Nullable Map<String, @Nullable Object> total() {
        return sections.known().entrySet().stream()
                .filter(known -> Panel.of(department).fields().contains(known.getKey()))
                .map(known -> known.getValue().figures())
                .reduce(Figures::plus)
                .map(this::ofTotal)
                .orElse(null);
    }

    private Map<String, @Nullable Object> ofTotal(Figures sums) {
        var indicators = new Members();
        Panel.of(department)
                .indicators()
                .forEach(indicator -> indicators.add(indicator.word(), indicator.ofTotal(sums)));
        return figures(Metrics.ofTotal(sums, sections.question().currency()), indicators);
    }

    private Map<String, @Nullable Object> figures(Map<String, @Nullable Object> metrics, Members indicators) {
        return new Members()
                .add("metrics", Panel.of(department).figures().of(metrics))
                .add("indicators", indicators.object())
                .object();
    }
}
