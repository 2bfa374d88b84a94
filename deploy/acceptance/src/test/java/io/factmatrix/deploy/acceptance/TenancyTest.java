package io.factmatrix.deploy.acceptance;

import static io.factmatrix.deploy.acceptance.Events.paid;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One merchant never sees, guesses or moves another: 401, then 404, then 403, then the request. */
@ExtendWith(RunningStack.Shared.class)
class TenancyTest {

    private static final String VIEW = "from=2025-06-01&to=2025-07-01";

    private static final Map<String, Function<MerchantApi, Answer>> CALLS = calls();

    private final RunningStack stack;

    TenancyTest(RunningStack stack) {
        this.stack = stack;
    }

    private static Map<String, Function<MerchantApi, Answer>> calls() {
        var calls = new LinkedHashMap<String, Function<MerchantApi, Answer>>();
        calls.put("ingest", merchant -> merchant.ingest(paid("a", "1", "1")));
        calls.put("ingest of nonsense", merchant -> merchant.ingestText("nonsense"));
        calls.put("view", merchant -> merchant.view(VIEW));
        calls.put("view of nonsense", merchant -> merchant.view("from=nonsense"));
        calls.put("conflicts", merchant -> merchant.conflicts(""));
        calls.put("conflicts behind nonsense", merchant -> merchant.conflicts("cursor=nonsense"));
        calls.put("look-up", merchant -> merchant.event("livestream", "a"));
        calls.put("look-up without field", merchant -> merchant.event("", "a"));
        calls.put("ledger", merchant -> merchant.ledger("livestream", null, 10));
        calls.put("ledger stream", merchant -> merchant.ledgerStream("kol", null));
        calls.put("rooms", merchant -> merchant.resource("GET", "/rooms", ""));
        calls.put("look-up of a room", merchant -> merchant.resource("GET", "/rooms/r", ""));
        calls.put("a new room", merchant -> merchant.resource("POST", "/rooms", "nonsense"));
        calls.put("a changed room", merchant -> merchant.resource("PUT", "/rooms/r", "nonsense"));
        calls.put("a closed room", merchant -> merchant.resource("POST", "/rooms/r/transitions", "nonsense"));
        calls.put("audit trail", merchant -> merchant.resource("GET", "/audit-trail?field=livestream", ""));
        return calls;
    }

    @Test
    void withoutATokenEverythingAnswers401() {
        var known = stack.newMerchant();
        known.ingest(paid("a", "1", "1"));
        for (var bearer : List.of("", "nonsense", "a.b.c")) {
            for (var name : List.of(known.merchant(), "nobody-" + known.merchant(), "NOT_A_NAME")) {
                var stranger = new MerchantApi(stack.gateway(), () -> bearer.isEmpty() ? null : bearer, name);
                CALLS.forEach((call, made) -> Asserting.problem(made.apply(stranger), 401));
            }
        }
    }

    @Test
    void aForeignMerchantAnswersExactlyAsAnUnknownOne() {
        var foreign = stack.newMerchant();
        Asserting.stored(foreign.ingest(paid("a", "1", "1")), 1);
        var mine = stack.token(stack.newMerchant().merchant(), RunningStack.DEFAULT_ROLES);
        var asForeign = new MerchantApi(stack.gateway(), () -> mine, foreign.merchant());
        var asUnknown = new MerchantApi(stack.gateway(), () -> mine, "nobody-at-all");

        CALLS.forEach((call, made) -> {
            var answer = made.apply(asForeign);
            var unknown = made.apply(asUnknown);
            Asserting.problem(answer, 404);
            assertThat(answer.text().replace(foreign.merchant(), "X"))
                    .as(call)
                    .isEqualTo(unknown.text().replace("nobody-at-all", "X"));
        });
        assertThat(foreign.ledger("livestream", null, 10).json().path("items")).hasSize(1);
    }

    @Test
    void aRoleThatMayNotAnswers403BeforeTheRequestIsLookedAt() {
        var name = stack.newMerchant().merchant();
        var reader = stack.merchant(name, List.of("operator"));
        var writer = stack.merchant(name, List.of("integration"));
        var nobody = stack.merchant(name, List.of());

        Asserting.problem(reader.ingest(paid("a", "1", "1")), 403);
        Asserting.problem(reader.ingestText("nonsense"), 403);
        Asserting.problem(writer.view(VIEW), 403);
        Asserting.problem(writer.view("from=nonsense"), 403);
        CALLS.forEach((call, made) -> Asserting.problem(made.apply(nobody), 403));
        Asserting.stored(writer.ingest(paid("a", "1", "1")), 1);
        assertThat(reader.view(VIEW).status()).isEqualTo(200);
    }

    @Test
    void everyMerchantOfATokenExistsAndIsEmpty() {
        var merchant = stack.newMerchant();

        Asserting.exact(merchant, List.of(), History.queries(3, 5));
        assertThat(merchant.ledger("creator", null, 10).json().path("items")).isEmpty();
        assertThat(merchant.ledgerStream("kol", null).lines()).isEmpty();
        Asserting.problem(merchant.event("kol", "nothing"), 404);
    }

    /** Not even asOf and watermarks may move: the whole body is compared. */
    @Test
    void whatOneMerchantSendsDoesNotMoveAnothersViewByAByte() {
        var queries = History.queries(5, 10);
        var still = stack.newMerchant();
        still.ingest(History.random(5, 100), MerchantApi.Form.NDJSON);
        Asserting.settled(still);
        var before = queries.stream().map(query -> still.view(query).text()).toList();

        // The same ids, orders and shops, and others.
        var busy = stack.newMerchant();
        busy.ingest(History.random(5, 100), MerchantApi.Form.NDJSON);
        busy.ingest(History.random(6, 300), MerchantApi.Form.ARRAY);

        assertThat(queries.stream().map(query -> still.view(query).text()).toList())
                .isEqualTo(before);
    }
}
