package io.factmatrix.gateway.http;

import io.factmatrix.gateway.application.MerchantCorrections;
import io.factmatrix.gateway.domain.CorrectionQuestion;
import io.factmatrix.gateway.domain.Sections;
import io.factmatrix.gateway.domain.Unread;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Asked;
import io.factmatrix.kit.paging.Cursors;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.kit.problem.ProblemException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    private final Cursors cursors;

    CorrectionController(MerchantCorrections corrections, Cursors cursors) {
        this.corrections = corrections;
        this.cursors = cursors;
    }

    /**
     * Where a reader is.
     *
     * @param until the moment up to which is told, on every page; null before it is known
     */
    private record Place(@Nullable Instant until, Unread unread) {

        private static final char BETWEEN = ' ';

        static Place read(String position) {
            int end = position.indexOf(BETWEEN);
            return new Place(Instant.parse(position.substring(0, end)), UnreadText.read(position.substring(end + 1)));
        }

        String write() {
            return until + Character.toString(BETWEEN) + UnreadText.write(unread);
        }
    }

    @GetMapping(value = "/v1/merchants/{merchant}/corrections", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, @Nullable Object>> corrections(@PathVariable String merchant, ServerHttpRequest request) {
        var parameters = Parameters.of(request, PARAMETERS);
        var question = question(parameters);
        var caller = Callers.of(merchant, request);
        var asked = asked(caller.merchant(), question);
        var place = Objects.requireNonNullElse(
                cursors.position(asked, parameters, Place::read), new Place(null, Unread.all(Sections.FIELDS)));
        return corrections
                .page(caller, question.until(place.until()), place.unread(), parameters.limit())
                .map(page -> {
                    var until = Objects.requireNonNull(page.question().until());
                    return page.listing()
                            .body(nextCursor(asked, until, page.listing().unread()), until);
                });
    }

    private @Nullable String nextCursor(Asked asked, Instant until, Unread unread) {
        return unread.isEmpty() ? null : cursors.write(asked, new Place(until, unread).write());
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

    private static Asked asked(MerchantId merchant, CorrectionQuestion question) {
        return Asked.all(merchant, "corrections")
                .with("since", question.since())
                .with("zone", question.zone())
                .with("from", question.from())
                .with("to", question.to());
    }
}
