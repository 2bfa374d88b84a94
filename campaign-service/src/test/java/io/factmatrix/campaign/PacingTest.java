package io.factmatrix.campaign;

import static io.factmatrix.ledger.testing.Answer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.testing.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a campaign comes on, by events that were sent. */
class PacingTest {

    private final Desk desk = Desk.fresh("operator", "integration");

    private static String event(String id, String type, String page, String at, String more) {
        return "{'id': '%s', 'type': '%s', 'field': 'campaign', 'touchpoint': '%s', 'occurredAt': '%s', %s}"
                .formatted(id, type, page, at, more);
    }

    private static String money(String amount) {
        return "'amount': {'amount': '%s', 'currency': 'CNY'}".formatted(amount);
    }

    private static String paid(String id, String page, String at, String amount) {
        return event(
                id,
                "order.paid",
                page,
                at,
                "'order': '" + id + "', 'product': 'serum', 'quantity': 1, " + money(amount));
    }

    private String campaign(String more) {
        return desk.post("/campaigns", Desk.json("{'kind': 'platform-promotion', 'name': '618'" + more + "}"))
                .ok()
                .id();
    }

    private Answer pacing(String campaign, String at) {
        return desk.get("/campaigns/" + campaign + "/pacing?at=" + at).ok();
    }

    @Test
    void whatItsOwnPagesBroughtAndCostBesideWhatWasPlanned() {
        var campaign = campaign(
                ", 'phases': [{'phase': 'warm-up', 'start': '2026-06-01T00:00:00Z', 'end': '2026-06-05T00:00:00Z'},"
                        + " {'phase': 'burst', 'start': '2026-06-05T00:00:00Z', 'end': '2026-06-11T00:00:00Z'}],"
                        + " 'goals': {'gmv': {'amount': '6000', 'currency': 'CNY'}, 'orders': 8},"
                        + " 'budgets': [{'category': 'ads', 'amount': {'amount': '800', 'currency': 'CNY'}}, {'category': 'prizes', 'amount': {'amount': '10', 'currency': 'CNY'}}],"
                        + " 'pages': [{'touchpoint': 'p1'}, {'touchpoint': 'p2'}]");
        var events = String.join(
                ",",
                paid("o1", "p1", "2026-06-01T00:00:00Z", "1000.00"),
                paid("o2", "p2", "2026-06-05T23:59:59Z", "500.00"),
                // Before, after, elsewhere.
                paid("o3", "p1", "2026-05-31T23:59:59Z", "7.00"),
                paid("o4", "p1", "2026-06-06T00:00:00Z", "70.00"),
                paid("o5", "p9", "2026-06-02T00:00:00Z", "700.00"),
                event("c1", "cost", "p1", "2026-06-02T00:00:00Z", "'category': 'ads', " + money("200.00")),
                event("c2", "cost", "p2", "2026-06-02T00:00:00Z", "'category': 'staff', " + money("30.00")));
        assertThat(desk.post("/events", "[" + Desk.json(events) + "]").ok().at("/stored"))
                .isEqualTo("7");
        var half = pacing(campaign, "2026-06-06T00:00:59Z");
        assertThat(half.at("/to")).isEqualTo("2026-06-06T00:00:00Z");
        assertThat(half.at("/wholeTo")).isEqualTo("2026-06-06T00:00:00Z");
        assertThat(half.at("/currency")).isEqualTo("CNY");
        assertThat(half.json().get("elapsed").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(half.at("/phase/phase")).isEqualTo("burst");
        assertThat(half.json().at("/phase/elapsed").decimalValue()).isEqualByComparingTo("0.166667");
        assertThat(half.json().at("/goals/gmv").toString())
                .isEqualTo(
                        "{\"goal\":\"6000.00\",\"actual\":\"1500.00\",\"share\":0.25,\"projected\":null,\"lower\":null,\"upper\":null,"
                                + "\"basis\":null,\"unknown\":\"1440 minutes of it make 1 blocks of 1440 minutes (expected: at least 3)\"}");
        assertThat(half.json().at("/goals/orders").toString()).startsWith("{\"goal\":8,\"actual\":2,\"share\":0.25,");
        assertThat(half.json().at("/goals/newBuyers").toString())
                .isEqualTo(
                        "{\"goal\":null,\"actual\":0,\"share\":null,\"projected\":0,\"lower\":null,\"upper\":null,\"basis\":\"average\",\"unknown\":null}");
        assertThat(half.at("/phase/gmv/actual")).isEqualTo("500.00");
        assertThat(half.json().get("budgets").toString())
                .isEqualTo(
                        "[{\"category\":\"ads\",\"budget\":\"800.00\",\"spent\":\"200.00\",\"share\":0.25,\"projected\":\"400.00\"},"
                                + "{\"category\":\"prizes\",\"budget\":\"10.00\",\"spent\":\"0.00\",\"share\":0.0,\"projected\":\"0.00\"},"
                                + "{\"category\":\"staff\",\"budget\":null,\"spent\":\"30.00\",\"share\":null,\"projected\":\"60.00\"}]");
        var over = pacing(campaign, "2026-08-01T00:00:00Z");
        assertThat(over.at("/to")).isEqualTo("2026-06-11T00:00:00Z");
        assertThat(over.json().get("phase").isNull()).isTrue();
        assertThat(over.at("/goals/gmv/actual")).isEqualTo("1570.00");
        assertThat(over.at("/goals/gmv/projected")).isEqualTo("1570.00");
        assertThat(over.at("/goals/gmv/lower")).isEqualTo("1570.00");
        assertThat(over.at("/goals/gmv/basis")).isEqualTo("over");
        var before = pacing(campaign, "2026-05-01T00:00:00Z");
        assertThat(before.json().get("elapsed").decimalValue()).isZero();
        assertThat(before.at("/goals/gmv/actual")).isEqualTo("0.00");
        assertThat(before.json().at("/goals/gmv/projected").isNull()).isTrue();
        assertThat(before.at("/goals/gmv/unknown")).isEqualTo("nothing of it has passed");
        assertThat(desk.get("/campaigns/" + campaign + "/pacing").ok().at("/goals/gmv/actual"))
                .isEqualTo("1570.00");
    }

    private static final Instant EIGHT = Instant.parse("2026-06-16T12:00:00Z");

    private String burst(Instant start, Duration length, String page) {
        return campaign(", 'phases': [{'phase': 'burst', 'start': '%s', 'end': '%s'}], 'pages': [{'touchpoint': '%s'}]"
                .formatted(start, start.plus(length), page));
    }

    /** An order each minute; of so much from the first, and of the other amount from the second half on. */
    private void sell(Instant start, int minutes, String page, int first, int second) {
        var events = IntStream.range(0, minutes)
                .mapToObj(minute -> paid(
                        page + "-" + minute,
                        page,
                        start.plusSeconds(60L * minute + 59).toString(),
                        (minute < minutes / 2 ? first : second) + ".00"))
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(desk.post("/events", Desk.json(events)).ok().at("/stored")).isEqualTo(String.valueOf(minutes));
    }

    @Test
    void whileTheBurstRunsItIsToldByTheMinute() {
        var campaign = burst(EIGHT, Duration.ofHours(2), "p1");
        sell(EIGHT, 120, "p1", 10, 10);
        var early = pacing(campaign, "2026-06-16T12:39:59Z");
        assertThat(early.at("/to")).isEqualTo("2026-06-16T12:39:00Z");
        assertThat(early.at("/wholeTo")).isEqualTo("2026-06-16T12:30:00Z");
        assertThat(early.at("/goals/gmv/actual")).isEqualTo("390.00");
        assertThat(early.at("/goals/orders/actual")).isEqualTo("39");
        assertThat(early.json().at("/phase/elapsed").decimalValue()).isEqualByComparingTo("0.325");
        assertThat(early.at("/goals/gmv/unknown"))
                .isEqualTo("35 minutes of it make 7 blocks of 5 minutes (expected: at least 8)");
        var later = pacing(campaign, "2026-06-16T13:01:30Z");
        assertThat(later.at("/goals/gmv/actual")).isEqualTo("610.00");
        assertThat(later.at("/goals/gmv/basis")).isEqualTo("pace");
        for (var bound : List.of("projected", "lower", "upper")) {
            assertThat(later.at("/goals/gmv/" + bound)).isEqualTo("1200.00");
            assertThat(later.at("/phase/orders/" + bound)).isEqualTo("120");
        }
    }

    @Test
    void anotherPhaseIsToldByTheQuarterHour() {
        var campaign = campaign(
                ", 'phases': [{'phase': 'warm-up', 'start': '2026-06-16T12:00:00Z', 'end': '2026-06-16T14:00:00Z'},"
                        + " {'phase': 'burst', 'start': '2026-06-16T20:00:00Z', 'end': '2026-06-16T22:00:00Z'}], 'pages': [{'touchpoint': 'p1'}]");
        sell(EIGHT, 120, "p1", 10, 10);
        var warmUp = pacing(campaign, "2026-06-16T13:14:59Z");
        assertThat(warmUp.at("/to")).isEqualTo("2026-06-16T13:00:00Z");
        assertThat(warmUp.at("/goals/gmv/actual")).isEqualTo("600.00");
        assertThat(warmUp.at("/phase/gmv/projected")).isEqualTo("1200.00");
        // What the burst will bring no warm-up tells.
        assertThat(warmUp.json().at("/goals/gmv/projected").isNull()).isTrue();
        assertThat(warmUp.at("/goals/gmv/unknown")).startsWith("phases follow warm-up");
        assertThat(pacing(campaign, "2026-06-16T18:00:00Z").at("/goals/gmv/unknown"))
                .isEqualTo("no phase is on");
    }

    @Test
    void earlierCampaignsTellWhereItComesTo() {
        for (int week = 1; week <= 3; week++) {
            var start = EIGHT.minus(Duration.ofDays(7L * week));
            burst(start, Duration.ofHours(1), "e" + week);
            // Two thirds in the first half.
            sell(start, 60, "e" + week, 20 * week, 10 * week);
        }
        var cancelled = burst(EIGHT.minus(Duration.ofDays(40)), Duration.ofHours(1), "e9");
        sell(EIGHT.minus(Duration.ofDays(40)), 60, "e9", 1, 100);
        desk.move("/campaigns/" + cancelled, "cancelled").ok();
        var campaign = burst(EIGHT, Duration.ofMinutes(90), "p1");
        sell(EIGHT, 90, "p1", 8, 1);
        var half = pacing(campaign, "2026-06-16T12:45:00Z");
        assertThat(half.at("/goals/gmv/actual")).isEqualTo("360.00");
        assertThat(half.at("/goals/gmv/basis")).isEqualTo("earlier-campaigns");
        assertThat(half.at("/goals/gmv/projected")).isEqualTo("540.00");
        assertThat(half.at("/goals/orders/projected")).isEqualTo("90");
        assertThat(half.at("/phase/gmv/upper")).startsWith("540.0");
    }

    @Test
    void whatCannotBeToldIsRefused() {
        var campaign = campaign("");
        assertProblem(desk.get("/campaigns/" + campaign + "/pacing"), 409, "campaign.incomplete");
        assertProblem(desk.get("/campaigns/" + campaign + "/pacing?at=2999-01-01T00:00:00Z"), 400, "at.invalid");
        assertProblem(desk.get("/campaigns/" + campaign + "/pacing?at=x"), 400, "at.invalid");
        assertProblem(desk.get("/campaigns/" + campaign + "/pacing?to=x"), 400, "parameter.unknown");
        assertProblem(
                new Desk(Desk.freshMerchant(), "ads").get("/campaigns/" + campaign + "/pacing"),
                404,
                "campaign.unknown");
    }
}
