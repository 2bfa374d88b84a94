package io.factmatrix.ledger.http;

import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.ledger.application.Correcting;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.history.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells which events changed figures of a day that was over; asked by the gateway, which seals and settles the ledgers first. */
@RestController
final class CorrectionController {

    private static final int MOST = 500;

    private final Correcting correcting;
    private final KeptFields kept;

    CorrectionController(Correcting correcting, KeptFields kept) {
        this.correcting = correcting;
        this.kept = kept;
    }

    @GetMapping("/v1/merchants/{merchant}/fields/{field}/corrections")
    Mono<Map<String, @Nullable Object>> corrections(
            @PathVariable String merchant,
            @PathVariable String field,
            @RequestParam(defaultValue = "") String after,
            @RequestParam @Nullable Instant since,
            @RequestParam Instant until,
            @RequestParam ZoneId zone,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam int limit) {
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid("limit", limit, "an integer from 1 to %d".formatted(MOST));
        }
        var ledger = kept.ledger(merchant, field);
        var place = after.isEmpty() ? new Place(since == null ? Instant.EPOCH : since) : Place.parse(after);
        var request = new Correcting.Request(place.behind(), place.told(), Moment.of(until), zone, from, to, limit);
        return correcting.corrections(ledger, request).map(page -> body(ledger.field(), page));
    }

    private static Map<String, @Nullable Object> body(Field field, Correcting.Page page) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("field", field.word());
        body.put("items", page.items().stream().map(CorrectionBody::of).toList());
        body.put("nextCursor", page.next() == null ? null : new Place(page.next(), page.skip()).text());
        return body;
    }

    /**
     * Where to go on.
     *
     * @param told so many corrections of the event behind that moment were told
     */
    private record Place(Moment behind, int told) {

        Place(Instant since) {
            this(Moment.of(since), 0);
        }

        static Place parse(String text) {
            int slash = text.indexOf('/');
            try {
                return new Place(Moment.parse(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
            } catch (RuntimeException none) {
                throw ProblemException.invalid("after", text, "a nextCursor");
            }
        }

        String text() {
            return behind.text() + "/" + told;
        }
    }
}
