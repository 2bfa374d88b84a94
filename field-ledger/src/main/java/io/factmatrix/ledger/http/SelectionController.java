package io.factmatrix.ledger.http;

import io.factmatrix.ledger.application.Reading;
import io.factmatrix.ledger.domain.selection.FieldSales;
import io.factmatrix.ledger.domain.selection.SalesQuestion;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What was sold of selections: a question too long for a path. */
@RestController
final class SelectionController {

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
}
