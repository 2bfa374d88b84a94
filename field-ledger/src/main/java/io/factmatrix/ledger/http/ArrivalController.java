package io.factmatrix.ledger.http;

import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.ledger.application.Reading;
import io.factmatrix.ledger.domain.arrival.FieldArrivals;
import java.time.Duration;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How regularly events came, for whoever watches that they do. */
@RestController
final class ArrivalController {

    private static final int MOST_DAYS = 90;

    private static final int MOST_HOURS = 720;

    private final Reading reading;
    private final KeptFields kept;

    ArrivalController(Reading reading, KeptFields kept) {
        this.reading = reading;
        this.kept = kept;
    }

    @GetMapping("/v1/merchants/{merchant}/fields/{field}/arrivals")
    Mono<FieldArrivals> arrivals(
            @PathVariable String merchant,
            @PathVariable String field,
            @RequestParam Instant at,
            @RequestParam int days,
            @RequestParam int hours) {
        requireFrom1("days", days, MOST_DAYS);
        requireFrom1("hours", hours, MOST_HOURS);
        return reading.arrivals(kept.ledger(merchant, field), at, Duration.ofDays(days), Duration.ofHours(hours));
    }

    private static void requireFrom1(String name, int given, int most) {
        if (given < 1 || given > most) {
            throw ProblemException.invalid(name, given, "an integer from 1 to " + most);
        }
    }
}
