package io.factmatrix.creator.http;

import io.factmatrix.creator.application.StatementDesk;
import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.creator.domain.settlement.EntryKey;
import io.factmatrix.creator.domain.settlement.Payee;
import io.factmatrix.creator.domain.settlement.StatementFilter;
import io.factmatrix.creator.domain.settlement.StatementId;
import io.factmatrix.creator.domain.settlement.StatementState;
import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Asked;
import io.factmatrix.kit.paging.Cursors;
import io.factmatrix.kit.paging.Page;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.kit.read.Reads;
import io.factmatrix.kit.store.MerchantReads;
import io.factmatrix.kit.write.Writes;
import io.factmatrix.kit.write.Written;
import io.factmatrix.ledger.domain.event.Money;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What creators are paid. */
@RestController
final class StatementController {

    private static final String STATEMENTS = "/v1/merchants/{merchant}/settlement-statements";
    private static final String STATEMENT = STATEMENTS + "/{statement}";

    private static final Set<String> FILTERS = Set.of("creator", "month", "currency", "state");
    private static final Pattern MONTH = Pattern.compile("20[0-9]{2}-(0[1-9]|1[0-2])");
    private static final String MONTH_EXPECTED = "a month, YYYY-MM, from 2000-01 to 2099-12";
    private static final ZoneId USUAL_ZONE = ZoneId.of("Asia/Shanghai");

    private final StatementDesk statements;
    private final Writes writes;
    private final Reads reads;
    private final MerchantReads merchantReads;
    private final Cursors cursors;

    StatementController(
            StatementDesk statements, Writes writes, Reads reads, MerchantReads merchantReads, Cursors cursors) {
        this.statements = statements;
        this.writes = writes;
        this.reads = reads;
        this.merchantReads = merchantReads;
        this.cursors = cursors;
    }

    private record Opened(Payee payee, YearMonth month, ZoneId zone) {

        static Opened read(Members members) throws Refused {
            var creator = CreatorId.of(members.text("creator"));
            var month = members.text("month");
            if (!MONTH.matcher(month).matches()) {
                throw members.invalid("month", month, MONTH_EXPECTED);
            }
            var currency = members.text("currency");
            if (Money.digitsOf(currency).isEmpty()) {
                throw members.invalid("currency", currency, "an ISO 4217 currency");
            }
            return new Opened(
                    new Payee(creator, currency),
                    YearMonth.parse(month),
                    Objects.requireNonNullElse(members.optionalZone("zone"), USUAL_ZONE));
        }
    }

    @PostMapping(STATEMENTS)
    Mono<ResponseEntity<byte[]>> open(ServerWebExchange exchange) {
        return writes.write(
                exchange,
                Opened::read,
                (write, opened) ->
                        Written.created(statements.open(write, opened.payee(), opened.month(), opened.zone())));
    }

    @PostMapping(STATEMENT + "/transitions")
    Mono<ResponseEntity<byte[]>> move(@PathVariable String statement, ServerWebExchange exchange) {
        var id = StatementId.of(statement);
        return writes.write(
                exchange,
                StatementState.TRANSITIONS.decoder(),
                (write, to) -> Written.changed(statements.move(write, id, to)));
    }

    /** What an open one comes to changes without its tag. So nobody is told that what he has is still true. */
    @GetMapping(value = STATEMENT, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, @Nullable Object>> statement(
            @PathVariable MerchantId merchant, @PathVariable String statement, ServerHttpResponse response) {
        var id = StatementId.of(statement);
        return merchantReads
                .read(merchant, () -> statements.find(merchant, id))
                .doOnNext(found -> response.getHeaders()
                        .setETag(found.statement().version().revision().etag()))
                .map(StatementDesk.Reckoned::body);
    }

    @GetMapping(value = STATEMENT + "/entries", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<Map<String, @Nullable Object>>> entries(
            @PathVariable MerchantId merchant, @PathVariable String statement, ServerHttpRequest request) {
        var id = StatementId.of(statement);
        var parameters = Parameters.of(request, Set.of("limit", "cursor"));
        var question = Asked.all(merchant, "statement entries").with("statement", id);
        var after = cursors.position(question, parameters, StatementController::key);
        int limit = parameters.limit();
        return merchantReads
                .read(merchant, () -> statements.entries(merchant, id, after, limit + 1))
                .map(found -> Page.of(
                        found.entries(),
                        limit,
                        entry -> entry.members(found.currency()),
                        last -> cursors.write(question, position(last.key()))));
    }

    /** No part of it holds a line break. */
    private static String position(EntryKey key) {
        return String.join("\n", key.order(), key.shop(), key.line());
    }

    private static EntryKey key(String position) {
        var parts = position.split("\n", -1);
        return new EntryKey(parts[0], parts[1], parts[2]);
    }

    @GetMapping(value = STATEMENTS, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<Map<String, @Nullable Object>>> statements(@PathVariable MerchantId merchant, ServerHttpRequest request) {
        return reads.newest(merchant, request, "statements", FILTERS, StatementId::new, parameters -> {
            var filter = new StatementFilter(
                    parameters.optionalId("creator", CreatorId::new),
                    parameters.optional(
                            "month",
                            MONTH_EXPECTED,
                            text -> MONTH.matcher(text).matches() ? YearMonth.parse(text) : null),
                    parameters.optionalText("currency"),
                    parameters.optionalWord("state", StatementState.class));
            return (before, limit) -> statements.list(merchant, filter, before, limit);
        });
    }
}
