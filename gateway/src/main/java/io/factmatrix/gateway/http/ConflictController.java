package io.factmatrix.gateway.http;

import io.factmatrix.gateway.application.MerchantConflicts;
import io.factmatrix.gateway.domain.ConflictQuestion;
import io.factmatrix.gateway.domain.OperatingView;
import io.factmatrix.gateway.domain.Unread;
import io.factmatrix.ledger.domain.conflict.Conflict;
import io.factmatrix.ledger.domain.event.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lists what the ledgers know to contradict each other. */
@RestController
final class ConflictController {

    private static final Set<String> PARAMETERS = Set.of("limit", "cursor", "field", "kind");

    private static final int USUALLY = 50;
    private static final int MOST = 500;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,3}");
    private static final String LIMIT = "an integer from 1 to " + MOST;

    private static final String FIELDS =
            OperatingView.FIELDS.stream().map(Field::word).collect(Collectors.joining(", ", "one of ", ""));
    private static final String KINDS = Arrays.stream(Conflict.Kind.values())
            .map(Conflict.Kind::word)
            .collect(Collectors.joining(", ", "one of ", ""));

    private final MerchantConflicts conflicts;

    ConflictController(MerchantConflicts conflicts) {
        this.conflicts = conflicts;
    }

    @GetMapping(value = "/v1/merchants/{merchant}/conflicts", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, @Nullable Object>> conflicts(@PathVariable String merchant, ServerHttpRequest request) {
        var parameters = Parameters.of(request, PARAMETERS);
        var limit = Objects.requireNonNullElse(parameters.optional("limit", LIMIT, ConflictController::limit), USUALLY);
        var question = new ConflictQuestion(
                parameters.optional("field", FIELDS, word -> Field.of(word).orElse(null)),
                parameters.optional(
                        "kind", KINDS, word -> Conflict.Kind.of(word).orElse(null)));
        var caller = Callers.of(merchant, request);
        var cursors = new ConflictCursors(caller.merchant(), question);
        var unread = Objects.requireNonNullElse(
                parameters.optional("cursor", ConflictCursors.EXPECTED, cursors::read), Unread.all(question.fields()));
        return conflicts.page(caller, question, unread, limit).map(page -> page.body(cursors.write(page.unread())));
    }

    private static @Nullable Integer limit(String text) {
        // What Java reads as a number beside these, such as +5, is none of the API's.
        if (!DIGITS.matcher(text).matches()) {
            return null;
        }
        int limit = Integer.parseInt(text);
        return limit < 1 || limit > MOST ? null : limit;
    }
}
