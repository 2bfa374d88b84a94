package io.factmatrix.ledger.http;

import io.factmatrix.ledger.application.Reading;
import io.factmatrix.ledger.domain.selection.FieldProducts;
import io.factmatrix.ledger.domain.selection.FieldSales;
import io.factmatrix.ledger.domain.selection.SalesQuestion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What was sold of selections, a question too long for a path; and which products were sold most and least. */
@RestController
final class SelectionController {

    private static final int USUALLY = 10;

    private final Reading reading;
    private final KeptFields kept;

    SelectionController(Reading reading, KeptFields kept) {
        this.reading = reading;
        this.kept = kept;
    }

    @PostMapping("/v1/merchants/{merchant}/fields/{field}/sales")
    Mono<FieldSales> sales(
            @PathVariable String merchant, @PathVariable String field, @RequestBody SalesQuestion question) {
        return reading.sales(kept.ledger(merchant, field), question);
    }

    @GetMapping("/v1/merchants/{merchant}/fields/{field}/products")
    Mono<FieldProducts> products(
            @PathVariable String merchant,
            @PathVariable String field,
            @RequestParam Instant from,
            @RequestParam Instant to,
            @RequestParam String currency,
            @RequestParam @Nullable String limit) {
        return reading.products(
                kept.ledger(merchant, field), from, to, currency, LedgerParameters.limit(limit, USUALLY));
    }
}
