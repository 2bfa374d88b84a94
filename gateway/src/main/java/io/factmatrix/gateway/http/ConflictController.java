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
import java.util.TreeMap;
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
        var question = new ConflictQuestion(
                parameters.optional("field", FIELDS, word -> Field.of(word).orElse(null)),
                parameters.optional(
                        "kind", KINDS, word -> Conflict.Kind.of(word).orElse(null)));
        var caller = Callers.of(merchant, request);
        var cursors = new Cursors(caller.merchant());
        var unread = Objects.requireNonNullElse(
                parameters.optional("cursor", Cursors.EXPECTED, text -> unread(cursors.read(text), question)),
                Unread.all(question.fields()));
        return conflicts
                .page(caller, question, unread, parameters.limit())
                .map(page -> page.body(cursors.write(asked(question), page.unread())));
    }

    private static @Nullable Unread unread(Cursors.@Nullable Read cursor, ConflictQuestion question) {
        return cursor != null
                        && cursor.asked().equals(asked(question))
                        && question.fields()
                                .containsAll(cursor.unread().positions().keySet())
                ? cursor.unread()
                : null;
    }

    private static Map<String, String> asked(ConflictQuestion question) {
        var asked = new TreeMap<String, String>();
        if (question.field() != null) {
            asked.put("field", question.field().word());
        }
        if (question.kind() != null) {
            asked.put("kind", question.kind().word());
        }
        return asked;
    }
}
