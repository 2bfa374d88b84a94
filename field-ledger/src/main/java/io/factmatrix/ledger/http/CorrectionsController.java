package io.factmatrix.ledger.http;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.ledger.application.Correcting;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.history.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells which events changed figures of a day that was over; asked by the gateway, which seals and settles the ledgers first. */
@RestController
final class CorrectionsController {

    private static final int MOST = 500;

    private final Correcting correcting;
    private final Set<Field> fields;

    CorrectionsController(Correcting correcting, Set<Field> fields) {
        this.correcting = correcting;
        this.fields = fields;
    }

    @GetMapping("/v1/merchants/{merchant}/fields/{field}/corrections")
    Mono<Correcting.Page> corrections(
            @PathVariable String merchant,
            @PathVariable String field,
            @RequestParam String after,
            @RequestParam(defaultValue = "0") int skipped,
            @RequestParam Instant until,
            @RequestParam ZoneId zone,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam int limit) {
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid("limit", limit, "an integer from 1 to %d".formatted(MOST));
        }
        var ledger = new LedgerId(MerchantId.of(merchant), kept(field));
        return correcting.corrections(
                ledger, new Correcting.Request(moment(after), skipped, Moment.of(until), zone, from, to, limit));
    }

    private Field kept(String field) {
        return Field.of(field)
                .filter(fields::contains)
                .orElseThrow(() -> ProblemException.invalid("field", field, "one that is kept here"));
    }

    private static Moment moment(String text) {
        try {
            return Moment.parse(text);
        } catch (IllegalArgumentException none) {
            throw ProblemException.invalid("after", text, "a moment, milliseconds.field.watermark");
        }
    }
}
