package io.factmatrix.gateway.http;

import io.factmatrix.gateway.application.LensDesk;
import io.factmatrix.gateway.application.Lenses;
import io.factmatrix.gateway.domain.lens.Lens;
import io.factmatrix.gateway.domain.lens.LensReading;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.read.Reads;
import io.factmatrix.kit.store.MerchantReads;
import io.factmatrix.kit.write.Writes;
import io.factmatrix.kit.write.Written;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Shows a merchant its figures through a lens, and what the lens shows. */
@RestController
final class LensController {

    private static final String LENS = "/v1/merchants/{merchant}/lenses/{lens}";
    private static final String DEFINITION = LENS + "/definition";
    private static final Set<String> PARAMETERS = Set.of("from", "to", "zone", "currency");

    private final Lenses lenses;
    private final LensDesk desk;
    private final Writes writes;
    private final MerchantReads reads;
    private final Tagged tagged;

    LensController(Lenses lenses, LensDesk desk, Writes writes, MerchantReads reads, Tagged tagged) {
        this.lenses = lenses;
        this.desk = desk;
        this.writes = writes;
        this.reads = reads;
        this.tagged = tagged;
    }

    @GetMapping(LENS)
    Mono<ResponseEntity<byte[]>> lens(
            @PathVariable String merchant, @PathVariable String lens, ServerHttpRequest request) {
        var known = lens(lens);
        var question = Questions.of(Parameters.of(request, PARAMETERS));
        return lenses.of(Callers.of(merchant, request), known, question)
                .map(LensReading::body)
                .map(tagged::answer);
    }

    @GetMapping(DEFINITION)
    Mono<ResponseEntity<Map<String, @Nullable Object>>> definition(
            @PathVariable MerchantId merchant, @PathVariable String lens, ServerHttpRequest request) {
        var known = lens(lens);
        Parameters.none(request);
        return reads.read(merchant, () -> desk.find(merchant, known))
                .map(found ->
                        Reads.tagged(found.revision()).body(found.definition().members()));
    }

    @PutMapping(DEFINITION)
    Mono<ResponseEntity<byte[]>> define(@PathVariable String lens, ServerWebExchange exchange) {
        var known = lens(lens);
        return writes.write(exchange, members -> LensDefinitionBody.read(known, members), (write, definition) -> {
            var kept = desk.change(write, definition);
            return Written.changed(kept.revision(), kept.definition().members());
        });
    }

    private static Lens lens(String word) {
        return Lens.of(word)
                .orElseThrow(() -> new ProblemException(
                        404,
                        "lens.unknown",
                        "lens: %s (expected: one of %s)"
                                .formatted(
                                        word,
                                        Arrays.stream(Lens.values())
                                                .map(Lens::word)
                                                .collect(Collectors.joining(", ")))));
    }
}
