package io.factmatrix.campaign;

import static io.factmatrix.ledger.testing.Answer.assertProblem;
import static io.factmatrix.ledger.testing.MerchantClient.atOnce;
import static io.factmatrix.ledger.testing.MerchantClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.testing.Answer;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What offers and campaigns promise, and what all promises are judged by. */
class PromisesTest {

    private final Desk desk = Desk.fresh();

    private Answer limit(String more) {
        return desk.post("/product-limits", json("{'product': 'serum'" + more + "}"));
    }

    private Answer rules(String rules, String... headers) {
        return desk.put("/promise-rules", json(rules), headers);
    }

    private String draft(long stock) {
        return "/offers/" + desk.post("/offers", Desk.terms(stock, 1, "")).ok().id();
    }

    @Test
    void everyMerchantHasRulesFromTheBeginning() {
        var first = desk.get("/promise-rules").ok();
        assertThat(first.text())
                .isEqualTo(
                        json(
                                "{'floor':'refuse','protection':'refuse','exclusivity':'refuse','stock':'warn','burst':'warn','unchecked':'warn'}"));
        assertThat(first.header("ETag")).isEqualTo("\"0\"");
        var changed = rules("{'stock': 'refuse', 'unchecked': 'refuse'}", "If-Match", "\"0\"")
                .ok();
        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
        assertThat(desk.get("/promise-rules").text()).isEqualTo(changed.text());
        assertThat(rules("{'stock': 'refuse', 'unchecked': 'refuse'}").header("ETag"))
                .isEqualTo("\"1\"");
        assertProblem(rules("{}", "If-Match", "\"0\""), 412, "revision.mismatch");
        assertProblem(rules("{'stock': 'maybe'}"), 400, "stock.invalid");
        assertProblem(rules("{'price': 'warn'}"), 400, "member.unknown");
        assertProblem(new Desk(desk.merchant(), "goods").put("/promise-rules", "{}"), 403, "role.missing");
        assertThat(desk.trail()).hasSize(1);
        assertThat(desk.trail().get(0).at("/changes").toString())
                .contains("stock")
                .contains("unchecked");
    }

    @Test
    void aProductHasOneLimit() {
        var limit = limit(", 'floors': [{'amount': '99', 'currency': 'CNY'}], 'stock': 5")
                .ok();
        assertThat(limit.status()).isEqualTo(201);
        var path = "/product-limits/" + limit.id();
        assertThat(desk.get(path).text()).isEqualTo(limit.text());
        assertProblem(limit(""), 409, "product-limit.exists");
        assertThat(desk.get("/product-limits?product=serum").items()).hasSize(1);
        assertThat(desk.get("/product-limits?product=cream").items()).isEmpty();
        assertThat(desk.put(path, json("{'product': 'cream'}")).ok().at("/stock"))
                .isEmpty();
        assertThat(desk.send("DELETE", path, "").status()).isEqualTo(200);
        assertProblem(desk.get(path), 404, "product-limit.unknown");
        limit("").ok();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ", 'floors': [{'amount': '99.999', 'currency': 'CNY'}]|floors.invalid",
                ", 'floors': [{'amount': '99', 'currency': 'XXX'}]|floors.invalid",
                ", 'floors': [{'amount': '-1', 'currency': 'CNY'}]|floors.invalid",
                ", 'floors': [{'amount': '9', 'currency': 'CNY'}, {'amount': '8', 'currency': 'CNY'}]|floors.invalid",
                ", 'floors': [{'amount': '9'}]|member.missing",
                ", 'stock': -1|stock.invalid",
                ", 'price': 1|member.unknown"
            })
    void aLimitThatIsNoneIsRefused(String more, String code) {
        assertProblem(limit(more), 400, code);
    }

    @Test
    void anOfferBelowTheFloorIsNotOpened() {
        limit(", 'floors': [{'amount': '100', 'currency': 'CNY'}]").ok();
        var offer = draft(10);
        var refused = desk.move(offer, "open");
        assertProblem(refused, 409, "promise.conflict");
        assertThat(refused.at("/detail"))
                .isEqualTo(
                        "price: 99.00 CNY of offer as it is written of campaign (expected: at least 100.00 CNY, the floor of serum)");
        assertThat(refused.at("/conflicts/0/atStake/amount")).isEqualTo("10.00");
        assertThat(refused.at("/conflicts/0/department")).isEqualTo("goods");
        assertThat(desk.get(offer).at("/state")).isEqualTo("draft");
        rules("{'floor': 'warn'}").ok();
        var warned = desk.move(offer, "open", "Idempotency-Key", "k").ok();
        assertThat(warned.at("/guard/conflicts/0/kind")).isEqualTo("promise.floor");
        assertThat(warned.at("/guard/rules/status")).isEqualTo("fresh");
        assertThat(desk.move(offer, "open", "Idempotency-Key", "k").text()).isEqualTo(warned.text());
        assertThat(desk.get(offer).json().has("guard")).isFalse();
    }

    @Test
    void ofManyOffersForTheSameStockAsManyOpenAsThereIs() {
        limit(", 'stock': 100").ok();
        rules("{'stock': 'refuse'}").ok();
        var offers = IntStream.range(0, 6).mapToObj(turn -> draft(40)).toList();
        var answers = atOnce(6, turn -> desk.move(offers.get(turn), "open"));
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(2);
        answers.stream()
                .filter(answer -> answer.status() != 200)
                .forEach(answer -> assertThat(answer.at("/code")).isIn("promise.conflict", "promise.contended"));
        assertThat(offers.stream().filter(offer -> desk.get(offer).at("/state").equals("open")))
                .hasSize(2);
        // Whoever lowers what he promised makes room.
        var open = offers.stream()
                .filter(offer -> desk.get(offer).at("/state").equals("open"))
                .findFirst()
                .orElseThrow();
        desk.put(open, Desk.terms(20, 1, "")).ok();
        assertThat(offers.stream()
                        .filter(offer -> desk.get(offer).at("/state").equals("draft"))
                        .map(offer -> desk.move(offer, "open").status()))
                .containsExactly(200, 409, 409, 409);
        assertProblem(desk.put(open, Desk.terms(21, 1, "")), 409, "promise.conflict");
    }

    @Test
    void theSameWriteTwiceAtOnceIsOne() {
        limit(", 'stock': 10").ok();
        rules("{'stock': 'refuse'}").ok();
        var offer = draft(10);
        var answers = atOnce(4, turn -> desk.move(offer, "open", "Idempotency-Key", "once"));
        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.text()).isIn(200, 409));
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .allSatisfy(answer -> assertProblem(answer, 409, "idempotency-key.in_progress"));
        assertThat(desk.move(offer, "open", "Idempotency-Key", "once").status()).isEqualTo(200);
    }

    @Test
    void burstsThatOverlapAreTold() {
        var first = campaign("10", "12", "");
        var second = campaign("11", "13", ", 'scope': {'shops': ['main']}");
        desk.move(first, "scheduled").ok();
        var warned = desk.move(second, "scheduled").ok();
        assertThat(warned.at("/guard/conflicts/0/kind")).isEqualTo("promise.burst");
        assertThat(warned.at("/guard/conflicts/0/sides/0/id")).isEqualTo(first.substring("/campaigns/".length()));
        desk.move(second, "running").ok();
        rules("{'burst': 'refuse'}").ok();
        assertProblem(desk.move(campaign("12", "14", ""), "scheduled"), 409, "promise.conflict");
        desk.move(campaign("13", "14", ""), "scheduled").ok();
    }

    private String campaign(String from, String to, String more) {
        var phases = "[{'phase': 'burst', 'start': '2126-06-%sT00:00:00Z', 'end': '2126-06-%sT00:00:00Z'}]";
        return "/campaigns/"
                + desk.post(
                                "/campaigns",
                                json("{'kind': 'marketing-ip', 'name': '爆发', 'phases': " + phases.formatted(from, to)
                                        + more + "}"))
                        .ok()
                        .id();
    }

    @Test
    void promisesAreReadByPagesAndTheCalendarByDays() {
        var campaign = campaign("10", "12", "");
        desk.move(campaign, "scheduled").ok();
        var offers = IntStream.range(0, 5).mapToObj(turn -> desk.offer(1, 1)).toList();
        draft(1);
        var ids = new ArrayList<String>();
        var after = "";
        do {
            var page =
                    desk.get("/fields/campaign/promises?limit=2&after=" + after).ok();
            page.items().forEach(item -> ids.add(item.at("/id").stringValue()));
            after = page.at("/nextCursor");
        } while (!after.isEmpty());
        assertThat(ids).hasSize(6).containsAll(offers).doesNotHaveDuplicates().isSorted();
        assertThat(desk.get("/fields/campaign/promises?product=serum").items()).hasSize(5);
        assertThat(desk.get("/fields/campaign/promises?from=2127-01-01T00:00:00Z")
                        .items())
                .isEmpty();
        assertProblem(desk.get("/fields/kol/promises"), 400, "field.invalid");
        assertProblem(desk.get("/fields/campaign/promises?after=x"), 400, "after.invalid");
        var entries = desk.get("/fields/campaign/calendar?from=2126-06-11T00:00:00Z&to=2126-06-12T00:00:00Z")
                .items();
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.at("/title").stringValue()).isEqualTo("爆发: burst");
            assertThat(entry.at("/tentative").booleanValue()).isFalse();
        });
        assertThat(desk.get("/fields/campaign/calendar?from=2026-06-11T00:00:00Z&to=2026-06-12T00:00:00Z")
                        .items())
                .hasSize(6);
        assertThat(Desk.fresh().get("/fields/campaign/promises").items()).isEmpty();
    }
}
