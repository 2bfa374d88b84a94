package io.factmatrix.creator;

import static io.factmatrix.ledger.testing.Answer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.testing.Answer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Screenings over HTTP. */
class ScreeningsTest {

    private static final String REACH = "{'name': 'a', 'weights': {'reach': {'weight': 1, 'full': 1000}}}";

    private final Desk desk = Desk.fresh("creators");

    private Answer add(String body) {
        return desk.post("/screenings", Desk.json(body));
    }

    private String creator(String handle, String more) {
        return desk.post("/creators", line(handle, more)).ok().id();
    }

    private static String line(String handle, String more) {
        return Desk.json(
                "{'name': 'a', 'platform': 'douyin', 'handle': '%s', 'tier': 'mid'%s}".formatted(handle, more));
    }

    private List<JsonNode> results(String body) {
        return desk.get("/screenings/" + add(body).ok().id() + "/results").ok().items();
    }

    private static List<String> handles(List<JsonNode> results) {
        return results.stream()
                .map(result -> result.get("handle").stringValue())
                .toList();
    }

    @Test
    void aScreeningIsKeptAndAskedAgain() {
        var added = add("""
                {'name': '618', 'criteria': {'tiers': ['mid', 'tail'], 'platform': 'douyin', 'categories': ['护肤'], 'match': 'all',
                  'price': {'format': 'live', 'most': {'amount': '1.00', 'currency': 'CNY'}}, 'followersLeast': 1, 'followersMost': 2,
                  'gpm': {'basis': 'view', 'least': {'amount': '1.00', 'currency': 'CNY'}}, 'returnRateMost': 0.5, 'unknowns': 'include'},
                 'weights': {'gpm': {'weight': 1, 'basis': 'view', 'full': {'amount': '1.00', 'currency': 'CNY'}},
                  'reach': {'weight': 2, 'full': 3}, 'price': {'weight': 4, 'format': 'video', 'zero': {'amount': '5.00', 'currency': 'CNY'}},
                  'categories': {'weight': 6, 'wanted': ['护肤']}, 'returnRate': {'weight': 7}}}""").ok();
        assertThat(added.json().propertyNames())
                .containsExactly("id", "name", "criteria", "weights", "createdAt", "changedAt");
        assertThat(desk.get("/screenings/" + added.id()).text()).isEqualTo(added.text());
        assertThat(desk.get("/screenings").json().at("/items/0")).isEqualTo(added.json());
        var bare = desk.put("/screenings/" + added.id(), Desk.json(REACH), "If-Match", "\"1\"")
                .ok();
        assertThat(bare.at("/criteria/unknowns") + bare.at("/criteria/match")).isEqualTo("excludeany");
        assertThat(desk.get("/screenings/" + added.id()).text()).isEqualTo(bare.text());
        assertProblem(
                desk.put("/screenings/" + added.id(), Desk.json(REACH), "If-Match", "\"1\""), 412, "revision.mismatch");
        assertProblem(Desk.fresh().get("/screenings/" + added.id() + "/results"), 404, "screening.unknown");
        assertProblem(desk.get("/screenings/x/results"), 404, "screening.unknown");
        assertThat(desk.as("content")
                        .get("/screenings/" + added.id() + "/results")
                        .status())
                .isEqualTo(200);
        assertThat(desk.as("content").post("/screenings", Desk.json(REACH)).status())
                .isEqualTo(403);
    }

    @Test
    void whatIsNoScreeningIsRefusedByName() {
        for (var wrong : List.of(
                "{'name': 'a'}|weights.invalid|weights: none",
                "{'name': 'a', 'weights': {'luck': {'weight': 1}}}|member.unknown|weights.luck",
                "{'name': 'a', 'weights': {'returnRate': {'weight': 0}}}|weights.invalid|weights.returnRate.weight: 0",
                "{'name': 'a', 'weights': {'reach': {'weight': 1, 'full': 0}}}|weights.invalid|weights.reach.full: 0",
                "{'name': 'a', 'weights': {'categories': {'weight': 1}}}|weights.invalid|weights.categories.wanted: none",
                "{'name': 'a', 'weights': {'price': {'weight': 1, 'format': 'live', 'zero': {'amount': '0.00', 'currency': 'CNY'}}}}|weights.invalid|weights.price.zero: 0.00",
                "{'name': 'a', 'criteria': {'tiers': ['big']}, 'weights': {'returnRate': {'weight': 1}}}|criteria.invalid|criteria.tiers: big",
                "{'name': 'a', 'criteria': {'followersLeast': 2, 'followersMost': 1}, 'weights': {'returnRate': {'weight': 1}}}|criteria.invalid|criteria.followersMost: 1",
                "{'name': 'a', 'criteria': {'returnRateMost': 2}, 'weights': {'returnRate': {'weight': 1}}}|criteria.invalid|criteria.returnRateMost: 2")) {
            var parts = wrong.split("\\|", 3);
            var answer = add(parts[0]);
            assertProblem(answer, 400, parts[1]);
            assertThat(answer.at("/detail")).contains(parts[2]);
        }
    }

    @Test
    void theScoreSaysWhatItIsMadeOf() {
        creator(
                "mei",
                ", 'categories': ['护肤'], 'audience': {'followers': 345000}, 'past': {'gpm': {'basis': 'view', 'value': '812.50'}}");
        var result = results("""
                {'name': '618', 'weights': {'gpm': {'weight': 50, 'basis': 'view', 'full': {'amount': '1000.00', 'currency': 'CNY'}},
                  'reach': {'weight': 30, 'full': 1000000}, 'returnRate': {'weight': 20}}}""").get(0);
        assertThat(result.get("score").toString()).isEqualTo("{\"lower\":\"50.98\",\"upper\":\"70.98\"}");
        assertThat(result.get("unknown").toString()).isEqualTo("[\"returnRate\"]");
        assertThat(result.get("parts").toString()).isEqualTo(Desk.json("""
                [{'part':'gpm','used':{'value':'812.50'},'normalised':{'value':'0.812500'},'weight':50,'points':{'value':'40.63'}},\
                {'part':'reach','used':{'value':'345000'},'normalised':{'value':'0.345000'},'weight':30,'points':{'value':'10.35'}},\
                {'part':'returnRate','used':null,'normalised':{'lower':'0.000000','upper':'1.000000'},'weight':20,\
                'points':{'lower':'0.00','upper':'20.00'}}]"""));
    }

    @Test
    void criteriaLeaveOutAndTheUnknownAsIsSaid() {
        creator("good", ", 'categories': ['护肤', '彩妆'], 'past': {'returnRate': {'value': '0.1'}}");
        creator("bad", ", 'categories': ['护肤'], 'past': {'returnRate': {'value': '0.6'}}");
        creator("perhaps", ", 'categories': ['护肤', '彩妆'], 'past': {'returnRate': {'lower': '0.1', 'upper': '0.6'}}");
        creator("unknown", "");
        desk.move("/creators/" + creator("blocked", ", 'categories': ['护肤', '彩妆']"), "blocked")
                .ok();
        var weights = "'weights': {'returnRate': {'weight': 1}}";
        var most = "{'name': 'a', 'criteria': {'returnRateMost': 0.5%s}, " + weights + "}";
        assertThat(handles(results(most.formatted("")))).containsExactly("good");
        var all = results(most.formatted(", 'unknowns': 'include'"));
        // The unknown one may be as good as any, and is sure of nothing.
        assertThat(handles(all)).containsExactly("good", "perhaps", "unknown");
        assertThat(all.get(2).get("undecided").toString()).isEqualTo("[\"returnRate\"]");
        var both = "{'name': 'a', 'criteria': {'categories': ['护肤', '彩妆'], 'match': '%s'}, " + weights + "}";
        assertThat(handles(results(both.formatted("all")))).containsExactly("good", "perhaps");
        assertThat(handles(results(both.formatted("any")))).containsExactlyInAnyOrder("good", "perhaps", "bad");
        assertThat(results("{'name': 'a', 'criteria': {'tiers': ['head']}, " + weights + "}"))
                .isEmpty();
        assertThat(results("{'name': 'a', 'criteria': {'platform': 'tiktok-shop'}, " + weights + "}"))
                .isEmpty();
    }

    /** As anybody would reckon it, who has all creators before him. */
    private static BigDecimal naive(int n) {
        var gpm = n % 7 == 0
                ? BigDecimal.ZERO
                : new BigDecimal(n % 1000).divide(new BigDecimal(800), 6, RoundingMode.HALF_UP);
        var reach = new BigDecimal(n).divide(new BigDecimal(10_000), 6, RoundingMode.HALF_UP);
        return gpm.min(BigDecimal.ONE)
                .multiply(new BigDecimal(60))
                .add(reach.multiply(new BigDecimal(40)))
                .setScale(2, RoundingMode.HALF_UP);
    }

    @Test
    void tenThousandCreatorsAreScreenedAsByHand() {
        var ids = new HashMap<String, String>();
        for (int part = 0; part < 20; part++) {
            var lines = IntStream.range(part * 500, part * 500 + 500)
                    .mapToObj(n -> line(
                            "c" + n,
                            ", 'audience': {'followers': %d}%s"
                                    .formatted(
                                            n,
                                            n % 7 == 0
                                                    ? ""
                                                    : ", 'past': {'gpm': {'basis': 'view', 'value': '%d'}}"
                                                            .formatted(n % 1000))))
                    .toList();
            var answer = desk.post(
                            "/creators/imports", String.join("\n", lines), "Content-Type", "application/x-ndjson")
                    .ok();
            for (int n = 0; n < 500; n++) {
                ids.put("c" + (part * 500 + n), answer.at("/lines/%d/creator".formatted(n)));
            }
        }
        var expected = IntStream.range(2_000, 10_000)
                .boxed()
                .sorted(Comparator.<Integer, BigDecimal>comparing(ScreeningsTest::naive)
                        .reversed()
                        .thenComparing(n -> ids.get("c" + n)))
                .map(n -> "c" + n + " " + naive(n))
                .toList();
        var screening = add("""
                {'name': 'all', 'criteria': {'followersLeast': 2000}, 'weights': {
                  'gpm': {'weight': 60, 'basis': 'view', 'full': {'amount': '800.00', 'currency': 'CNY'}},
                  'reach': {'weight': 40, 'full': 10000}}}""").ok().id();
        var found = new ArrayList<String>();
        var cursor = "";
        do {
            var page = desk.get("/screenings/" + screening + "/results?limit=500" + cursor)
                    .ok();
            page.items()
                    .forEach(result -> found.add(result.get("handle").stringValue() + " "
                            + result.at("/score/lower").stringValue()));
            cursor = page.json().get("nextCursor").isNull() ? "" : "&cursor=" + page.at("/nextCursor");
        } while (!cursor.isEmpty());
        assertThat(found).isEqualTo(expected);
        assertProblem(
                desk.get("/screenings/" + add(REACH).id() + "/results?limit=500" + "&cursor=x"), 400, "cursor.invalid");
    }
}
