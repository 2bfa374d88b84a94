package io.factmatrix.plan.http;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.plan.application.OwnField;
import io.factmatrix.plan.domain.Look;
import io.factmatrix.plan.domain.Promise;
import io.factmatrix.plan.domain.Sight;
import io.factmatrix.plan.domain.Span;
import io.factmatrix.plan.domain.calendar.CalendarEntry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What this field promises and plans, for the other services and the gateway. */
@RestController
final class PlanController {

    private static final String FIELD = "/v1/merchants/{merchant}/fields/{field}";
    private static final Set<String> OF_PROMISES = Set.of("after", "limit", "product", "from", "to");
    private static final Set<String> OF_CALENDAR = Set.of("from", "to");

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** More is not looked at by anybody, and too long for one answer. */
    private static final int MOST = 20_000;

    private final OwnField own;

    PlanController(OwnField own) {
        this.own = own;
    }

    @PostMapping(FIELD + "/looks")
    Mono<Sight> look(@PathVariable MerchantId merchant, @PathVariable String field, @RequestBody Look look) {
        requireOwn(field);
        return own.look(merchant, look).doOnNext(sight -> requireFew(sight.kept(), "promises"));
    }

    /** Its cursor is the id of a source and the place among its promises, behind which to go on. */
    @GetMapping(FIELD + "/promises")
    Mono<Map<String, @Nullable Object>> promises(
            @PathVariable MerchantId merchant, @PathVariable String field, ServerHttpRequest request) {
        requireOwn(field);
        var parameters = Parameters.of(request, OF_PROMISES);
        var product = parameters.optionalText("product");
        var from = parameters.optionalTime("from");
        var to = parameters.optionalTime("to");
        var look = new Look(
                product == null ? null : List.of(product),
                from == null && to == null ? null : span(from, to),
                product == null);
        var after = Position.of(parameters);
        int limit = parameters.limit();
        // Each has at least one promise.
        return own.list(merchant, look, after.source(), limit + 2).map(found -> page(found, after, limit));
    }

    private static Span span(@Nullable Instant from, @Nullable Instant to) {
        return new Span(Objects.requireNonNullElse(from, EARLIEST), Objects.requireNonNullElse(to, LATEST));
    }

    private Map<String, @Nullable Object> page(List<Promise> found, Position after, int limit) {
        var behind = found.subList(Math.min(after.behindIn(found), found.size()), found.size());
        var items = behind.subList(0, Math.min(limit, behind.size()));
        var next = behind.size() > limit ? Position.ofLast(found, found.size() - behind.size() + limit) : null;
        return body(items.stream().map(Promise::members).toList(), next);
    }

    @GetMapping(FIELD + "/calendar")
    Mono<Map<String, @Nullable Object>> calendar(
            @PathVariable MerchantId merchant, @PathVariable String field, ServerHttpRequest request) {
        requireOwn(field);
        var parameters = Parameters.of(request, OF_CALENDAR);
        var span = span(parameters.optionalTime("from"), parameters.optionalTime("to"));
        return own.entries(merchant, span)
                .doOnNext(entries -> requireFew(entries, "entries"))
                .map(entries ->
                        body(entries.stream().map(CalendarEntry::members).toList(), null));
    }

    private Map<String, @Nullable Object> body(List<Map<String, @Nullable Object>> items, @Nullable String next) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("field", own.field().word());
        body.put("items", items);
        body.put("nextCursor", next);
        return body;
    }

    private void requireOwn(String field) {
        if (Field.of(field).orElse(null) != own.field()) {
            throw ProblemException.invalid("field", field, own.field().word());
        }
    }

    private static void requireFew(List<?> found, String what) {
        if (found.size() > MOST) {
            throw new ProblemException(
                    422, "plan.too_much", "%d %s (expected: at most %d at once)".formatted(found.size(), what, MOST));
        }
    }
}
