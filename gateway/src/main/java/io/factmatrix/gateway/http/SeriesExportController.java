package io.factmatrix.gateway.http;

import io.factmatrix.gateway.application.ViewsOverTime;
import io.factmatrix.gateway.domain.MetricNames;
import io.factmatrix.gateway.domain.SeriesState;
import io.factmatrix.kit.export.Column;
import io.factmatrix.kit.export.Export;
import io.factmatrix.kit.export.ExportFormat;
import io.factmatrix.kit.paging.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectMapper;

/** Hands a series out as a file: never cut, and closed by a count and a checksum. */
@RestController
final class SeriesExportController {

    private static final Set<String> PARAMETERS = Questions.withFormat(SeriesQuestions.PARAMETERS);

    private final ViewsOverTime views;
    private final ObjectMapper json;

    SeriesExportController(ViewsOverTime views, ObjectMapper json) {
        this.views = views;
        this.json = json;
    }

    @GetMapping("/v1/merchants/{merchant}/exports/series")
    Mono<Void> series(@PathVariable String merchant, ServerWebExchange exchange) {
        var parameters = Parameters.of(exchange.getRequest(), PARAMETERS);
        var asked = SeriesQuestions.of(parameters);
        var format =
                Objects.requireNonNullElse(parameters.optionalWord("format", ExportFormat.class), ExportFormat.NDJSON);
        var caller = Callers.of(merchant, exchange.getRequest());
        var period = asked.whole();
        var state = new SeriesState();
        var pages = views.of(caller, asked)
                .doOnNext(state::add)
                .map(part -> format == ExportFormat.CSV ? part.rows() : part.points());
        return export(asked.metrics())
                .answer(
                        exchange,
                        format,
                        "series-%s-%s-%s-%s"
                                .formatted(
                                        merchant,
                                        period.from(),
                                        period.to(),
                                        asked.step().word()),
                        pages,
                        state::closing);
    }

    private Export<Map<String, @Nullable Object>> export(MetricNames metrics) {
        var columns = new ArrayList<>(List.of(Column.of("start"), Column.of("end"), Column.of("field")));
        metrics.figures().stream().map(Column::of).forEach(columns::add);
        return new Export<>(json, row -> row, columns);
    }
}
