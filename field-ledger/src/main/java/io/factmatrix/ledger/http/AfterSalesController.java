package io.factmatrix.ledger.http;

import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.ledger.application.Reading;
import io.factmatrix.ledger.domain.aftersales.FieldAfterSales;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What came of the products that were sold, for whoever watches them. */
@RestController
final class AfterSalesController {

    /** A quarter of a year: each line that was paid in it is looked at. */
    private static final int MOST_WEEKS = 13;

    private static final int QUARTER_HOUR = 900;

    private final Reading reading;
    private final KeptFields kept;

    AfterSalesController(Reading reading, KeptFields kept) {
        this.reading = reading;
        this.kept = kept;
    }

    @GetMapping("/v1/merchants/{merchant}/fields/{field}/after-sales")
    Mono<FieldAfterSales> weeks(
            @PathVariable String merchant,
            @PathVariable String field,
            @RequestParam Instant to,
            @RequestParam int weeks,
            @RequestParam String currency) {
        if (weeks < 1 || weeks > MOST_WEEKS) {
            throw ProblemException.invalid("weeks", weeks, "an integer from 1 to " + MOST_WEEKS);
        }
        if (to.getEpochSecond() % QUARTER_HOUR != 0) {
            throw ProblemException.invalid("to", to, "a whole quarter of an hour");
        }
        return reading.afterSales(kept.ledger(merchant, field), to, weeks, currency);
    }
}
