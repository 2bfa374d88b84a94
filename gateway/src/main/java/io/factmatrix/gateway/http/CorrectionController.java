package io.factmatrix.gateway.http;

import io.factmatrix.gateway.application.MerchantCorrections;
import io.factmatrix.gateway.domain.CorrectionQuestion;
import io.factmatrix.gateway.domain.OperatingView;
import io.factmatrix.gateway.domain.Unread;
import io.factmatrix.kit.problem.ProblemException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lists which events changed figures of a day that was over. */
@RestController
final class CorrectionController {

    private static final Set<String> PARAMETERS = Set.of("limit", "cursor", "since", "zone", "from", "to");

    private final MerchantCorrections corrections;

    CorrectionController(MerchantCorrections corrections) {
        this.corrections = corrections;
    }

    @GetMapping(value = "/v1/merchants/{merchant}/corrections", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, @Nullable Object>> corrections(@PathVariable String merchant, ServerHttpRequest request) {
        var parameters = Parameters.of(request, PARAMETERS);
        var asked = question(parameters);
        var caller = Callers.of(merchant, request);
        var cursors = new Cursors(caller.merchant());
        var cursor = parameters.optional("cursor", Cursors.EXPECTED, text -> ofThis(asked, cursors.read(text)));
        var question = cursor == null ? asked : asked.until(until(cursor));
        var unread = cursor == null ? Unread.all(OperatingView.FIELDS) : cursor.unread();
        return corrections
                .page(caller, question, unread, parameters.limit())
                .map(page -> page.listing()
                        .body(
                                cursors.write(
                                        asked(page.question()), page.listing().unread()),
                                Objects.requireNonNull(page.question().until())));
    }

    private static CorrectionQuestion question(Parameters parameters) {
        var from = parameters.optional("from", Questions.DATE, Questions::date);
        var to = parameters.optional("to", Questions.DATE, Questions::date);
        if (from != null && to != null && !from.isBefore(to)) {
            throw ProblemException.invalid("from", from, "before to, %s, which is excluded".formatted(to));
        }
        return new CorrectionQuestion(
                parameters.optional("since", Questions.MOMENT, Questions::moment),
                null,
                Objects.requireNonNullElse(
                        parameters.optional("zone", Questions.ZONE, Questions::zone), Questions.DEFAULT_ZONE),
                from,
                to);
    }

    private static Cursors.@Nullable Read ofThis(CorrectionQuestion question, Cursors.@Nullable Read cursor) {
        return cursor != null && cursor.asked().equals(asked(question.until(until(cursor)))) ? cursor : null;
    }

    private static Instant until(Cursors.Read cursor) {
        return Instant.parse(Objects.requireNonNull(cursor.asked().get("until")));
    }

    private static Map<String, String> asked(CorrectionQuestion question) {
        var asked = new TreeMap<String, String>();
        put(asked, "since", question.since());
        put(asked, "until", question.until());
        put(asked, "zone", question.zone());
        put(asked, "from", question.from());
        put(asked, "to", question.to());
        return asked;
    }

    private static void put(Map<String, String> asked, String name, @Nullable Object value) {
        if (value != null) {
            asked.put(name, value.toString());
        }
    }
}
