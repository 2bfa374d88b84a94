package io.factmatrix.creator;

import static io.factmatrix.ledger.testing.Answer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What came of deals, and what creators bring as they are added. */
class ReturnsTest {

    private static final String DAY = "2026-03-10T00:00:00Z";

    private final Desk desk = Desk.fresh("creators");

    private static String paid(String id, String touchpoint, String amount, String more) {
        return "{'id': '%s', 'type': 'order.paid', 'touchpoint': '%s', 'occurredAt': '%s', 'order': '%s', 'product': 'serum', 'quantity': 1, 'amount': {'amount': '%s', 'currency': 'CNY'}%s}"
                .formatted(id, touchpoint, DAY, id, amount, more);
    }

    private static String cost(String id, String category, String amount) {
        return "{'id': '%s', 'type': 'cost', 'touchpoint': 'v-1', 'occurredAt': '%s', 'category': '%s', 'amount': {'amount': '%s', 'currency': 'CNY'}}"
                .formatted(id, DAY, category, amount);
    }

    @Test
    void aDealIsMeasuredAfterRefunds() {
        var collaboration = desk.collaboration(", 'fee': {'amount': '100.00', 'currency': 'CNY'}");
        var participation = desk.participation(collaboration, desk.creator("mei"), "v-1");
        desk.participation(collaboration, desk.creator("idle"));
        desk.tell(
                paid("a", "v-1", "1000.00", ""),
                paid("b", "v-1", "500.00", ""),
                "{'id': 'r', 'type': 'order.refunded', 'occurredAt': '%s', 'order': 'a', 'amount': {'amount': '300.00', 'currency': 'CNY'}}"
                        .formatted(DAY),
                cost("c1", "sample", "50.00"),
                cost("c2", "ads", "20.00"),
                cost("c3", "commission", "999.00"),
                cost("c4", "slotFee", "999.00"));
        var roi = desk.get("/participations/" + participation + "/roi?unitCostShare=0.3")
                .ok();
        assertThat(roi.text())
                .isEqualTo(
                        Desk.json(
                                "{'currency':'CNY','gmv':'1500.00','refunds':'300.00','kept':'1200.00','commissionEstimated':'150.00','commission':'120.00','fixedFees':'100.00','sampleCosts':'50.00','otherCosts':'20.00','cost':'290.00','roi':5.172414,'netRoi':4.137931,'breakEvenGmv':'354.17','breakEvenReason':null}"));
        assertThat(desk.get("/collaborations/" + collaboration + "/roi?unitCostShare=0.3")
                        .text())
                .as("who has no content is owed no fee")
                .isEqualTo(roi.text());
        var unknown = desk.get("/collaborations/" + collaboration + "/roi").ok();
        assertThat(unknown.at("/breakEvenReason")).isEqualTo("unit-cost-unknown");
        assertThat(unknown.json().get("breakEvenGmv").isNull()).isTrue();
        assertThat(desk.get("/collaborations/" + collaboration + "/roi?unitCostShare=1")
                        .at("/breakEvenReason"))
                .isEqualTo("never");
        assertProblem(
                desk.get("/collaborations/" + collaboration + "/roi?unitCostShare=2"), 400, "unitCostShare.invalid");
        assertProblem(Desk.fresh().get("/participations/" + participation + "/roi"), 404, "participation.unknown");
        assertThat(desk.as("content")
                        .get("/collaborations/" + collaboration + "/roi")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aSampleOfWhichNobodyReportsTheCostMakesItUnknown() {
        var participation = desk.participation(desk.collaboration(""), desk.creator("mei"), "v-1");
        var sold = desk.get("/participations/" + participation + "/roi").ok();
        assertThat(sold.at("/cost")).isEqualTo("0.00");
        assertThat(sold.json().get("roi").isNull()).isTrue();
        desk.put(
                        "/participations/" + participation,
                        Desk.json("{'sample': {'shipped': '%s'}, 'touchpoints': ['v-1']}".formatted(DAY)))
                .ok();
        desk.tell(paid("a", "v-1", "1000.00", ""));
        var roi = desk.get("/participations/" + participation + "/roi?unitCostShare=0.3")
                .ok();
        assertThat(roi.at("/commission")).isEqualTo("100.00");
        for (var unknown : List.of("sampleCosts", "cost", "roi", "netRoi", "breakEvenGmv")) {
            assertThat(roi.json().get(unknown).isNull()).as(unknown).isTrue();
        }
        assertThat(roi.at("/breakEvenReason")).isEqualTo("sample-costs-unknown");
        var collaboration = desk.get("/participations/" + participation).at("/collaboration");
        desk.participation(collaboration, desk.creator("other"), "v-2");
        desk.tell(cost("c", "sample", "5.00").replace("v-1", "v-2"));
        assertThat(desk.get("/collaborations/" + collaboration + "/roi")
                        .json()
                        .get("sampleCosts")
                        .isNull())
                .as("another's is known")
                .isTrue();
        desk.tell(cost("d", "sample", "7.00"));
        assertThat(desk.get("/collaborations/" + collaboration + "/roi").at("/sampleCosts"))
                .isEqualTo("12.00");
    }

    /** Against the average over every choice of creators. */
    @Test
    void marginalCreatorsAreTheMeanOverAllChoices() {
        int creators = 12;
        var random = new Random(7);
        var collaboration = desk.collaboration("");
        var reached = new ArrayList<Set<Integer>>();
        var events = new ArrayList<String>();
        for (int at = 0; at < creators; at++) {
            desk.participation(collaboration, desk.creator("c" + at), "v-" + at, "w-" + at);
            desk.linkedSince("v-" + at, "2026-01-%02dT00:00:00Z".formatted(creators - at));
            var theirs = new TreeSet<Integer>();
            for (int person = random.nextInt(30); person > 0; person--) {
                theirs.add(random.nextInt(60));
            }
            reached.add(theirs);
            for (int person : theirs) {
                var place = (random.nextBoolean() ? "v-" : "w-") + at;
                events.add(
                        random.nextBoolean()
                                ? paid(
                                        "p-%d-%d".formatted(at, person),
                                        place,
                                        "10.00",
                                        ", 'audience': 'a-%d'".formatted(person))
                                : "{'id': 's-%d-%d', 'type': 'audience', 'stage': 'saw', 'touchpoint': '%s', 'occurredAt': '%s', 'audience': 'a-%d'}"
                                        .formatted(at, person, place, DAY, person));
            }
        }
        events.add(paid("nobody", "elsewhere", "10.00", ", 'audience': 'a-1000'"));
        desk.tell(events.toArray(String[]::new));
        long buyers = events.stream()
                .filter(event -> event.contains("order.paid") && !event.contains("elsewhere"))
                .map(event -> event.substring(event.indexOf("'audience'")))
                .distinct()
                .count();
        var asked = "/marginal-creators?from=2026-03-01&to=2026-04-01";
        await().until(() -> desk.get(asked).ok().json().get("newBuyers").asLong() == buyers);
        var answer = desk.get(asked).ok().json();
        double[] expected = expected(reached);
        var accumulation = answer.get("accumulation");
        for (int chosen = 1; chosen <= creators; chosen++) {
            assertThat(accumulation.get(chosen - 1).get("creators").asInt()).isEqualTo(chosen);
            assertThat(accumulation.get(chosen - 1).get("reach").asDouble()).isCloseTo(expected[chosen], within(1e-6));
        }
        var marginal = answer.at("/marginal/reach");
        assertThat(marginal.get("value").asDouble())
                .isCloseTo(expected[creators] - expected[creators - 1], within(1e-6))
                .isBetween(
                        marginal.get("lower").asDouble(), marginal.get("upper").asDouble());
        var union = new HashSet<Integer>();
        for (int at = creators - 1; at >= 0; at--) {
            union.addAll(reached.get(at));
            var point = answer.get("history").get(creators - 1 - at);
            assertThat(point.get("reach").asInt()).isEqualTo(union.size());
        }
        assertThat(answer.get("reach").asInt()).isEqualTo(union.size());
        assertThat(answer.at("/tiers/mid").get("reach")).as("all are of it").isEqualTo(answer.get("reach"));
        assertThat(answer.at("/tiers/mid/marginal")).isEqualTo(answer.get("marginal"));
        assertThat(answer.at("/tiers/head/marginal").isNull()).isTrue();
        assertThat(answer.at("/tiers/head/reason").stringValue()).isEqualTo("fewer than 10 creators");
        assertThat(desk.get(asked).text())
                .as("the same bounds each time")
                .isEqualTo(desk.get(asked).text());
    }

    private static double[] expected(List<Set<Integer>> reached) {
        int creators = reached.size();
        var sum = new double[creators + 1];
        var choices = new int[creators + 1];
        for (int choice = 0; choice < 1 << creators; choice++) {
            int chosen = choice;
            var union = new HashSet<Integer>();
            IntStream.range(0, creators)
                    .filter(at -> (chosen >> at & 1) == 1)
                    .forEach(at -> union.addAll(reached.get(at)));
            sum[Integer.bitCount(choice)] += union.size();
            choices[Integer.bitCount(choice)]++;
        }
        for (int chosen = 0; chosen <= creators; chosen++) {
            sum[chosen] /= choices[chosen];
        }
        return sum;
    }

    @Test
    void nobodyIsNoCurve() {
        var answer = desk.get("/marginal-creators?from=2026-03-01&to=2026-04-01")
                .ok()
                .json();
        assertThat(answer.get("creators").asInt()).isZero();
        assertThat(answer.get("history")).isEmpty();
        assertThat(answer.get("marginal").isNull()).isTrue();
        assertThat(desk.as("content")
                        .get("/marginal-creators?from=2026-03-01&to=2026-04-01")
                        .status())
                .isEqualTo(200);
        assertThat(desk.as("goods")
                        .get("/marginal-creators?from=2026-03-01&to=2026-04-01")
                        .status())
                .isEqualTo(403);
    }
}
