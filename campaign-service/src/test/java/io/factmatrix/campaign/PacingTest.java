package io.factmatrix.campaign;

import static io.factmatrix.ledger.testing.Answer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.testing.Answer;
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
        var half = pacing(campaign, "2026-06-06T00:14:59Z");
        assertThat(half.at("/to")).isEqualTo("2026-06-06T00:00:00Z");
        assertThat(half.at("/currency")).isEqualTo("CNY");
        assertThat(half.json().get("elapsed").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(half.at("/phase/phase")).isEqualTo("burst");
        assertThat(half.json().at("/phase/elapsed").decimalValue()).isEqualByComparingTo("0.166667");
        assertThat(half.json().at("/goals/gmv").toString())
                .isEqualTo("{\"goal\":\"6000.00\",\"actual\":\"1500.00\",\"share\":0.25,\"projected\":\"3000.00\"}");
        assertThat(half.json().at("/goals/orders").toString())
                .isEqualTo("{\"goal\":8,\"actual\":2,\"share\":0.25,\"projected\":4}");
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
        var before = pacing(campaign, "2026-05-01T00:00:00Z");
        assertThat(before.json().get("elapsed").decimalValue()).isZero();
        assertThat(before.at("/goals/gmv/actual")).isEqualTo("0.00");
        assertThat(before.json().at("/goals/gmv/projected").isNull()).isTrue();
        assertThat(desk.get("/campaigns/" + campaign + "/pacing").ok().at("/goals/gmv/actual"))
                .isEqualTo("1570.00");
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
