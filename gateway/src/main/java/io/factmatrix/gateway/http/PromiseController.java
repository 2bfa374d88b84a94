package io.factmatrix.gateway.http;

import io.factmatrix.gateway.application.FieldPlans;
import io.factmatrix.gateway.application.MerchantPlans;
import io.factmatrix.gateway.domain.Unread;
import io.factmatrix.gateway.domain.plan.PromiseQuestion;
import io.factmatrix.kit.paging.Asked;
import io.factmatrix.kit.paging.Cursors;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.ledger.domain.event.Field;
import java.util.List;
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

/** Lists what is promised, in every field. */
@RestController
final class PromiseController {

    private static final Set<String> FILTERS = Set.of("field", "product", "from", "to");
    private static final Set<String> PARAMETERS = Set.of("limit", "cursor", "field", "product", "from", "to");
    private static final String FIELDS =
            FieldPlans.FIELDS.stream().map(Field::word).collect(Collectors.joining(", ", "one of ", ""));

    private final MerchantPlans plans;
    private final Cursors cursors;

    PromiseController(MerchantPlans plans, Cursors cursors) {
        this.plans = plans;
        this.cursors = cursors;
    }

    @GetMapping(value = "/v1/merchants/{merchant}/promises", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, @Nullable Object>> promises(@PathVariable String merchant, ServerHttpRequest request) {
        var parameters = Parameters.of(request, PARAMETERS);
        var field = parameters.optional(
                "field",
                FIELDS,
                word -> Field.of(word).filter(FieldPlans.FIELDS::contains).orElse(null));
        var question = question(parameters);
        var caller = Callers.of(merchant, request);
        var whole = Asked.all(caller.merchant(), "promises");
        for (var filter : FILTERS) {
            whole = whole.with(filter, parameters.given(filter));
        }
        var asked = whole;
        var unread = Objects.requireNonNullElse(
                cursors.position(asked, parameters, UnreadText::read),
                Unread.all(field == null ? FieldPlans.FIELDS : List.of(field)));
        return plans.promises(caller, question, unread, parameters.limit())
                .map(page -> page.body(
                        page.unread().isEmpty() ? null : cursors.write(asked, UnreadText.write(page.unread()))));
    }

    private static PromiseQuestion question(Parameters parameters) {
        var from = parameters.optionalTime("from");
        var to = parameters.optionalTime("to");
        if (from != null && to != null && !from.isBefore(to)) {
            throw ProblemException.invalid("from", from, "before to, " + to);
        }
        return new PromiseQuestion(parameters.optionalText("product"), from, to);
    }
}
