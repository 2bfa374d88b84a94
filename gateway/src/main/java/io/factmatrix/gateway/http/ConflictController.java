package io.factmatrix.gateway.http;

import io.factmatrix.gateway.application.MerchantConflicts;
import io.factmatrix.gateway.domain.ConflictQuestion;
import io.factmatrix.gateway.domain.Sections;
import io.factmatrix.gateway.domain.Unread;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Asked;
import io.factmatrix.kit.paging.Cursors;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.ledger.domain.conflict.Conflict;
import io.factmatrix.ledger.domain.event.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
            Sections.FIELDS.stream().map(Field::word).collect(Collectors.joining(", ", "one of ", ""));
    private static final String KINDS = Arrays.stream(Conflict.Kind.values())
            .map(Conflict.Kind::word)
            .collect(Collectors.joining(", ", "one of ", ""));

    private final MerchantConflicts conflicts;
    private final Cursors cursors;

    ConflictController(MerchantConflicts conflicts, Cursors cursors) {
        this.conflicts = conflicts;
        this.cursors = cursors;
    }

    @GetMapping(value = "/v1/merchants/{merchant}/conflicts", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, @Nullable Object>> conflicts(@PathVariable String merchant, ServerHttpRequest request) {
        var parameters = Parameters.of(request, PARAMETERS);
        var question = new ConflictQuestion(
                parameters.optional("field", FIELDS, word -> Field.of(word).orElse(null)),
                parameters.optional(
                        "kind", KINDS, word -> Conflict.Kind.of(word).orElse(null)));
        var caller = Callers.of(merchant, request);
        var asked = asked(caller.merchant(), question);
        var unread = Objects.requireNonNullElse(
                cursors.position(asked, parameters, UnreadText::read), Unread.all(question.fields()));
        return conflicts
                .page(caller, question, unread, parameters.limit())
                .map(page -> page.body(nextCursor(asked, page.unread())));
    }

    private @Nullable String nextCursor(Asked asked, Unread unread) {
        return unread.isEmpty() ? null : cursors.write(asked, UnreadText.write(unread));
    }

    private static Asked asked(MerchantId merchant, ConflictQuestion question) {
        return Asked.all(merchant, "conflicts")
                .with(
                        "field",
                        question.field() == null ? null : question.field().word())
                .with("kind", question.kind() == null ? null : question.kind().word());
    }
}
