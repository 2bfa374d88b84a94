package io.factmatrix.gateway.http;

import io.factmatrix.gateway.application.CampaignReports;
import io.factmatrix.gateway.domain.Members;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.kit.problem.ProblemException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells what campaigns brought. */
@RestController
final class CampaignReportController {

    /** Some 10 KB each, and five ledgers are asked for each. */
    private static final int MOST = 100;

    private final CampaignReports reports;
    private final Tagged tagged;

    CampaignReportController(CampaignReports reports, Tagged tagged) {
        this.reports = reports;
        this.tagged = tagged;
    }

    @GetMapping(
            value = "/v1/merchants/{merchant}/campaigns/{campaign}/report",
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> report(
            @PathVariable String merchant, @PathVariable String campaign, ServerHttpRequest request) {
        var parameters = Parameters.of(request, Set.of("zone", "currency"));
        return reports.of(
                        Callers.of(merchant, request),
                        campaign,
                        Questions.zone(parameters),
                        Questions.currency(parameters))
                .map(report -> tagged.answer(report.body(MerchantId.of(merchant))));
    }

    @GetMapping(value = "/v1/merchants/{merchant}/campaign-reports", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, @Nullable Object>> reports(@PathVariable String merchant, ServerHttpRequest request) {
        var parameters = Parameters.of(request, Set.of("from", "to", "zone", "currency", "limit", "cursor"));
        var period = Questions.period(parameters);
        return reports.of(
                        Callers.of(merchant, request),
                        period,
                        Questions.currency(parameters),
                        limit(parameters),
                        parameters.given("cursor"))
                .map(page -> new Members()
                        .add(
                                "items",
                                page.items().stream()
                                        .map(report -> report.body(MerchantId.of(merchant)))
                                        .toList())
                        .add("nextCursor", page.nextCursor())
                        .object());
    }

    private static int limit(Parameters parameters) {
        int limit = parameters.limit();
        if (limit > MOST) {
            throw ProblemException.invalid("limit", limit, "an integer from 1 to %d".formatted(MOST));
        }
        return limit;
    }
}
