package io.factmatrix.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A price written in one field against a promise of another, from two clients at once, and with a field away. */
@ExtendWith(RunningStack.Shared.class)
class PriceGuardTest {

    private static final int ROUNDS = 25;
    private static final ExecutorService CLIENTS = Executors.newCachedThreadPool();

    private final RunningStack stack;

    PriceGuardTest(RunningStack stack) {
        this.stack = stack;
    }

    @AfterAll
    static void stop() {
        CLIENTS.shutdown();
    }

    /** A merchant with a session, an offer and an engagement in June 2096, to each of which something can be promised. */
    private record Planned(MerchantApi merchant, String lines, String offer, String engagement) {

        static Planned of(MerchantApi merchant) {
            var room = id(post(merchant, "/rooms", "{'name': '大直播间', 'platform': 'douyin'}"));
            var session = id(post(
                    merchant,
                    "/sessions",
                    "{'room': '%s', 'title': '自播', 'start': '2096-06-18T10:00:00Z', 'end': '2096-06-18T12:00:00Z'}"
                            .formatted(room)));
            var offer = id(
                    post(
                            merchant,
                            "/offers",
                            "{'product': 'serum', 'price': {'amount': '89', 'currency': 'CNY'}, 'stock': 50, 'capPerBuyer': 1, 'start': '2096-06-18T00:00:00Z', 'end': '2096-06-19T00:00:00Z'}"));
            var kol = id(post(merchant, "/kols", "{'name': '李老师', 'platform': 'douyin', 'handle': 'li'}"));
            var engagement = id(post(merchant, "/engagements", """
                    {'kol': '%s', 'title': '618 专场', 'start': '2096-06-20T12:00:00Z', 'end': '2096-06-20T16:00:00Z',
                    'slotFee': {'amount': '200000', 'currency': 'CNY'}, 'commission': 0.20,
                    'products': [{'product': 'serum', 'category': 'beauty', 'price': {'amount': '99', 'currency': 'CNY'}}],
                    'clauses': [{'kind': 'price-protection', 'products': ['serum'], 'from': '2096-06-10T00:00:00Z', 'to': '2096-06-25T00:00:00Z'}]}
                    """.formatted(kol)));
            return new Planned(
                    merchant,
                    "/sessions/" + session + "/rundown/lines",
                    "/offers/" + offer,
                    "/engagements/" + engagement);
        }

        Answer line(String price) {
            return post(
                    merchant,
                    lines,
                    "{'product': 'serum', 'price': {'amount': '%s', 'currency': 'CNY'}, 'stock': 10}".formatted(price));
        }

        Answer open() {
            return post(merchant, offer + "/transitions", "{'to': 'open'}");
        }

        JsonNode calendar() {
            return merchant.resource("GET", "/calendar?from=2096-06-01&to=2096-07-01", "", "Accept", "application/json")
                    .json();
        }

        Answer sign() {
            return post(merchant, engagement + "/transitions", "{'to': 'signed'}");
        }
    }

    /** Who is told to come again comes again. */
    private static Answer post(MerchantApi merchant, String path, String body) {
        var answer = merchant.resource("POST", path, body.replace('\'', '"'));
        for (int again = 0; again < 5 && isContended(answer); again++) {
            answer = merchant.resource("POST", path, body.replace('\'', '"'));
        }
        return answer;
    }

    private static boolean isContended(Answer answer) {
        return answer.status() == 503 && answer.json().path("code").asString("").equals("promise.contended");
    }

    private static String id(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asString("");
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        assertThat(answer.json().path("code").asString("")).isEqualTo("promise.conflict");
    }

    @Test
    void aPriceBelowAProtectionIsRefusedInWhateverOrder() {
        var planned = Planned.of(stack.newMerchant());
        assertThat(planned.sign().status()).isEqualTo(200);
        var refused = planned.line("98.99");
        assertRefused(refused);
        assertThat(refused.json().at("/conflicts/0/sides/0/source").asString(""))
                .isEqualTo("engagement");
        assertThat(refused.json().at("/conflicts/0/sides/1/source").asString(""))
                .isEqualTo("rundown-line");
        assertThat(refused.json().at("/conflicts/0/atStake/amount").asString(""))
                .isEqualTo("0.10");
        assertRefused(planned.open());
        var line = planned.line("99.00");
        assertThat(line.status()).as(line.toString()).isEqualTo(201);
        assertThat(line.json().has("guard")).as(line.toString()).isFalse();

        var other = Planned.of(stack.newMerchant());
        assertThat(other.line("98.99").status()).isEqualTo(201);
        assertRefused(other.sign());
    }

    @Test
    void ofTwoClientsAtOnceOneIsRefused() {
        for (int round = 0; round < ROUNDS; round++) {
            var planned = Planned.of(stack.newMerchant());
            boolean livestream = round % 2 == 0;
            var undercut =
                    CompletableFuture.supplyAsync(() -> livestream ? planned.line("98.00") : planned.open(), CLIENTS);
            var signed = CompletableFuture.supplyAsync(planned::sign, CLIENTS);
            var answers = List.of(undercut.join(), signed.join());
            assertThat(answers.stream().filter(Answer::ok))
                    .as("round %d: %s", round, answers)
                    .hasSize(1);
            answers.stream().filter(answer -> !answer.ok()).forEach(PriceGuardTest::assertRefused);
        }
    }

    @Test
    void aFieldThatIsAwayIsSaidAndTheConflictListedWhenItIsBack() {
        var planned = Planned.of(stack.newMerchant());
        assertThat(planned.sign().status()).isEqualTo(200);
        stack.takeAway("kol");
        try {
            var line = planned.line("98.00");
            assertThat(line.status()).as(line.toString()).isEqualTo(201);
            assertThat(line.json().at("/guard/unchecked/0/field").asString("")).isEqualTo("kol");
            planned.merchant().resource("PUT", "/promise-rules", "{\"unchecked\": \"refuse\"}");
            var strict = planned.line("98.00");
            assertThat(strict.status()).as(strict.toString()).isEqualTo(503);
            assertThat(strict.json().path("code").asString("")).isEqualTo("promise.unchecked");
            assertThat(strict.headers()).containsKey("retry-after");
            var calendar = planned.calendar();
            assertThat(calendar.at("/missing/0/field").asString("")).isEqualTo("kol");
            assertThat(calendar.path("items")).hasSize(2);
        } finally {
            stack.bringBack("kol");
        }
        var conflicts = planned.merchant().conflicts("kind=promise.protection").json();
        assertThat(conflicts.path("items")).hasSize(1);
        assertThat(conflicts.at("/items/0/department").asString("")).isEqualTo("goods");
        assertThat(conflicts.at("/items/0/sides/0/field").asString("")).isEqualTo("kol");
        assertThat(conflicts.at("/items/0/sides/1/field").asString("")).isEqualTo("livestream");
        assertThat(conflicts.at("/items/0/atStake/amount").asString("")).isEqualTo("10.00");
        assertThat(planned.calendar().path("items")).hasSize(4);
        var promises = planned.merchant()
                .resource("GET", "/promises?product=serum", "")
                .json();
        assertThat(promises.path("items")).hasSize(3);
        assertThat(promises.path("complete").asBoolean()).isTrue();
    }
}
