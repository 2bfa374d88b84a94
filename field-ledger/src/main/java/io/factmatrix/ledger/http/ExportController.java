package io.factmatrix.ledger.http;

import io.factmatrix.kit.export.Export;
import io.factmatrix.kit.export.ExportFormat;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.ledger.application.Reading;
import io.factmatrix.ledger.domain.Facts;
import io.factmatrix.ledger.domain.LedgerId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectMapper;

/** Hands out a ledger of any length: as a file that says at its end that it is whole, or as a stream for those who follow. */
@RestController
final class ExportController {

    private final Reading reading;
    private final KeptFields kept;
    private final Export<Facts.Stated> events;

    ExportController(Reading reading, KeptFields kept, ObjectMapper json) {
        this.reading = reading;
        this.kept = kept;
        this.events = new Export<>(json, EventBody::of, EventColumns.ALL);
    }

    /** Up to where the ledger has come by now, so that one that is written to is exported to an end, too. */
    @GetMapping("/v1/merchants/{merchant}/exports/ledger")
    Mono<Void> ledger(@PathVariable String merchant, ServerWebExchange exchange) {
        var parameters = Parameters.of(exchange.getRequest(), Set.of("field", "format", "after"));
        var ledger = ledger(merchant, parameters);
        long after = after(parameters);
        var format =
                Objects.requireNonNullElse(parameters.optionalWord("format", ExportFormat.class), ExportFormat.NDJSON);
        return reading.watermark(ledger)
                .flatMap(end -> events.answer(
                        exchange,
                        format,
                        "%s-%s-ledger-%d-%d".formatted(ledger.merchant(), ledger.field(), after, end),
                        reading.pages(ledger, after, end),
                        Map.of("watermark", Long.toString(end))));
    }

    @GetMapping(value = "/v1/merchants/{merchant}/events", produces = MediaType.APPLICATION_NDJSON_VALUE)
    Mono<Void> events(@PathVariable String merchant, ServerWebExchange exchange) {
        var parameters = Parameters.of(exchange.getRequest(), Set.of("field", "after", "limit"));
        var ledger = ledger(merchant, parameters);
        long after = after(parameters);
        @Nullable String limit = parameters.optional("limit", "an integer", text -> text);
        // A ledger has no gaps.
        long through = limit == null ? Long.MAX_VALUE : after + LedgerParameters.limit(limit, 0);
        return events.answerOpen(exchange, reading.pages(ledger, after, through));
    }

    private LedgerId ledger(String merchant, Parameters parameters) {
        return kept.ledger(merchant, parameters.optional("field", "a field", word -> word));
    }

    private static long after(Parameters parameters) {
        return LedgerParameters.watermark(parameters.optional("after", "a watermark", digits -> digits));
    }
}
