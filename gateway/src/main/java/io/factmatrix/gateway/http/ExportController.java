package io.factmatrix.gateway.http;

import io.factmatrix.gateway.application.OperatingViews;
import io.factmatrix.gateway.domain.Question;
import io.factmatrix.gateway.workbook.ViewWorkbook;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Parameters;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The view as a file for people. */
@RestController
final class ExportController {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final Set<String> PARAMETERS = Questions.withFormat(Questions.PARAMETERS);

    private final OperatingViews views;
    private final ViewWorkbook workbook;

    ExportController(OperatingViews views, ViewWorkbook workbook) {
        this.views = views;
        this.workbook = workbook;
    }

    @GetMapping(value = "/v1/merchants/{merchant}/exports/operating-view", produces = XLSX)
    Mono<ResponseEntity<byte[]>> operatingView(@PathVariable String merchant, ServerHttpRequest request) {
        var parameters = Parameters.of(request, PARAMETERS);
        var question = Questions.of(parameters);
        parameters.optional("format", "xlsx", word -> word.equals("xlsx") ? word : null);
        var caller = Callers.of(merchant, request);
        var view = Questions.isCompared(parameters) ? views.compared(caller, question) : views.of(caller, question);
        // Compressing takes some milliseconds, which no event loop has.
        return view.publishOn(Schedulers.boundedElastic())
                .map(workbook::write)
                .map(file -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .header(HttpHeaders.CONTENT_TYPE, XLSX)
                        .header(HttpHeaders.CONTENT_DISPOSITION, named(caller.merchant(), question))
                        .body(file));
    }

    /** Of nothing but letters, digits and hyphens. */
    private static String named(MerchantId merchant, Question question) {
        return "attachment; filename=\"operating-view-%s-%s-%s.xlsx\""
                .formatted(merchant, question.period().from(), question.period().to());
    }
}
