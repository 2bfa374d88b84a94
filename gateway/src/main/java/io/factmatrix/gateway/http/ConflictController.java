package io.factmatrix.gateway.http;

import io.factmatrix.gateway.application.MerchantConflicts;
import io.factmatrix.gateway.domain.ConflictQuestion;
import io.factmatrix.gateway.domain.Sections;
import io.factmatrix.gateway.domain.plan.ConflictPosition;
import io.factmatrix.kit.paging.Asked;
import io.factmatrix.kit.paging.Cursors;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.ledger.domain.conflict.Conflict;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.plan.domain.ConflictKind;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lists what contradicts each other, in the ledgers and among promises. */
@RestController
final class ConflictController {

    private static final Set<String> PARAMETERS = Set.of("limit", "cursor", "field", "kind");

    private static final String FIELDS =
            Sections.FIELDS.stream().map(Field::word).collect(Collectors.joining(", ", "one of ", ""));
    private static final String KINDS = Stream.concat(
                    Arrays.stream(Conflict.Kind.values()).map(Conflict.Kind::word),
                    Arrays.stream(ConflictKind.values()).map(ConflictKind::code))
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
        var kind = parameters.optional("kind", KINDS, word -> isKind(word) ? word : null);
        var question = new ConflictQuestion(
                parameters.optional("field", FIELDS, word -> Field.of(word).orElse(null)),
                kind == null ? null : Conflict.Kind.of(kind).orElse(null),
                kind == null ? null : ConflictKind.of(kind).orElse(null));
        var caller = Callers.of(merchant, request);
        var asked = Asked.all(caller.merchant(), "conflicts")
                .with("field", parameters.given("field"))
                .with("kind", kind);
        var position = Objects.requireNonNullElse(
                cursors.position(asked, parameters, ConflictPositionText::read), ConflictPosition.first(question));
        return conflicts
                .page(caller, question, position, parameters.limit())
                .map(page -> page.listing().body(nextCursor(asked, page.position())));
    }

    private static boolean isKind(String word) {
        return Conflict.Kind.of(word).isPresent() || ConflictKind.of(word).isPresent();
    }

    private @Nullable String nextCursor(Asked asked, ConflictPosition position) {
        return position.isEnd() ? null : cursors.write(asked, ConflictPositionText.write(position));
    }
}
