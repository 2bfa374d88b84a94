package io.factmatrix.kol;

import static io.factmatrix.ledger.testing.Answer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How engagements pay, over HTTP and from the ledger. */
class EngagementEconomicsTest {

    private final Desk desk = Desk.fresh("operator", "integration");
    private final String kol = desk.add(RosterTest.kol("li", "")).ok().id();

    private String engagement(int day, String more) {
        return desk.post("/engagements", EngagementsTest.terms(kol, day, more))
                .ok()
                .id();
    }

    private JsonNode economics(String engagement, String query) {
        return desk.get("/engagements/" + engagement + "/economics" + query)
                .ok()
                .json();
    }

    private void send(String... events) {
        var answer = desk.post("/events", "[" + Desk.json(String.join(",", events)) + "]")
                .ok();
        assertThat(answer.at("/stored")).as(answer.text()).isEqualTo(Integer.toString(events.length));
    }

    private static String event(String id, String type, String touchpoint, String occurredAt, String more) {
        return "{'id': '%s', 'type': '%s', 'field': 'kol', 'touchpoint': '%s', 'occurredAt': '%s', %s}"
                .formatted(id, type, touchpoint, occurredAt, more);
    }

    private static String paid(String id, String touchpoint, String occurredAt, String amount) {
        return event(
                id,
                "order.paid",
                touchpoint,
                occurredAt,
                "'order': '%s', 'product': 'serum', 'quantity': 1, 'audience': 'u-%s', %s"
                        .formatted(id, id, money(amount, "CNY")));
    }

    private static String refunded(String id, String order, String touchpoint, String occurredAt, String amount) {
        return event(
                id,
                "order.refunded",
                touchpoint,
                occurredAt,
                "'order': '%s', %s".formatted(order, money(amount, "CNY")));
    }

    private static String money(String amount, String currency) {
        return "'amount': {'amount': '%s', 'currency': '%s'}".formatted(amount, currency);
    }

    @Test
    void beforeSigningItIsKnownWhatMustBeSold() {
        var engagement = engagement(18, "");
        var unknown = economics(engagement, "").get("breakEven");
        assertThat(unknown.get("gmv").isNull()).isTrue();
        assertThat(unknown.get("reason").stringValue()).isEqualTo("goods-cost-unknown");
        var known = economics(engagement, "?goodsCostShare=0.6&returnRate=0.5").get("breakEven");
        assertThat(known.get("gmv").stringValue()).isEqualTo("2000000.00");
        assertThat(known.get("reason").isNull()).isTrue();
        assertThat(economics(engagement, "?goodsCostShare=0.3&returnRate=0.5&adSpend=50000.00")
                        .at("/breakEven/gmv")
                        .stringValue())
                .isEqualTo("1000000.00");
        assertThat(economics(engagement, "?goodsCostShare=0.8&returnRate=0")
                        .at("/breakEven/reason")
                        .stringValue())
                .isEqualTo("never");
        // What the engagement says itself.
        var own = engagement(19, ", 'goodsCostShare': 0.6");
        assertThat(economics(own, "?returnRate=0.5").at("/breakEven/gmv").stringValue())
                .isEqualTo("2000000.00");
        for (var wrong : List.of(
                "goodsCostShare=1.1|goodsCostShare.invalid",
                "goodsCostShare=.5|goodsCostShare.invalid",
                "returnRate=0.1234567|returnRate.invalid",
                "returnRate=-0|returnRate.invalid",
                "adSpend=1e3|adSpend.invalid",
                "adSpend=0.001|adSpend.invalid",
                "ads=1|parameter.unknown",
                "adSpend=1&adSpend=2|parameter.repeated")) {
            var parts = wrong.split("\\|", 2);
            assertProblem(desk.get("/engagements/" + own + "/economics?" + parts[0]), 400, parts[1]);
        }
        assertProblem(Desk.fresh().get("/engagements/" + own + "/economics"), 404, "engagement.unknown");
    }

    /** The golden case of the definitions of metrics, and then ads and a late refund. */
    @Test
    void afterItTheLedgerTellsWhatIsLeft() {
        var engagement = engagement(18, ", 'goodsCostShare': 0.6");
        send(
                paid("o1", engagement, "2025-06-18T12:05:00Z", "900000.00"),
                paid("o2", engagement, "2025-06-18T12:06:00Z", "600000.00"),
                paid("x1", "elsewhere", "2025-06-18T12:06:00Z", "77.00"),
                refunded("r1", "o1", engagement, "2025-06-20T00:00:00Z", "450000.00"),
                refunded("r2", "o2", engagement, "2025-06-21T00:00:00Z", "300000.00"));
        var outcome = economics(engagement, "").get("outcome");
        assertThat(outcome.get("gmv").stringValue()).isEqualTo("1500000.00");
        assertThat(outcome.get("keptGmv").stringValue()).isEqualTo("750000.00");
        assertThat(outcome.get("goodsCost").stringValue()).isEqualTo("450000.00");
        assertThat(outcome.get("commission").stringValue()).isEqualTo("150000.00");
        assertThat(outcome.get("netProfit").stringValue()).isEqualTo("-50000.00");
        assertThat(outcome.get("netRoi").decimalValue()).isEqualByComparingTo("-0.142857");
        send(
                event(
                        "c1",
                        "cost",
                        engagement,
                        "2025-06-18T12:00:00Z",
                        "'category': 'ads', " + money("10000.00", "CNY")),
                // The slot fee is what was agreed, whoever reports it as well.
                event(
                        "c2",
                        "cost",
                        engagement,
                        "2025-06-18T12:00:00Z",
                        "'category': 'slotFee', " + money("200000.00", "CNY")),
                event("c3", "cost", engagement, "2025-06-18T12:00:00Z", "'category': 'ads', " + money("5.00", "USD")),
                refunded("r3", "o1", engagement, "2025-08-20T00:00:00Z", "50000.00"));
        var told = economics(engagement, "?goodsCostShare=0.5");
        // 700,000 − 350,000 − 140,000 − 200,000 − 10,000
        assertThat(told.at("/outcome/netProfit").stringValue()).isEqualTo("0.00");
        assertThat(told.at("/outcome/ads").stringValue()).isEqualTo("10000.00");
        assertThat(told.at("/otherCurrencies/0/cost").stringValue()).isEqualTo("5.00");
        assertThat(told.at("/breakout/buyers").intValue()).isEqualTo(2);
        assertThat(told.at("/watermark").stringValue()).isEqualTo("9");
        assertThat(told.at("/guarantee").isNull()).isTrue();
        assertThat(economics(engagement(20, ""), "").at("/outcome/reason").stringValue())
                .isEqualTo("goods-cost-unknown");
    }

    @Test
    void whoIsNewToTheMerchantBreaksOut() {
        var engagement = engagement(18, "");
        send(
                paid("o1", engagement, "2025-06-18T12:05:00Z", "10.00"),
                paid("o2", engagement, "2025-06-18T12:06:00Z", "10.00"),
                paid("o3", engagement, "2025-06-18T12:07:00Z", "10.00"),
                // Arrives later, and was earlier.
                paid("o0", "elsewhere", "2025-06-18T12:06:59.999Z", "10.00").replace("u-o0", "u-o3"));
        await().until(() -> !economics(engagement, "").get("settling").booleanValue());
        var breakout = economics(engagement, "").get("breakout");
        assertThat(breakout.get("buyers").intValue()).isEqualTo(3);
        assertThat(breakout.get("newBuyers").intValue()).isEqualTo(2);
        assertThat(breakout.get("newBuyerShare").decimalValue()).isEqualByComparingTo("0.666667");
    }

    private static String guarantee(String amount, String from, String to) {
        return ", 'guaranteedGmv': {'amount': '%s', 'currency': 'CNY'}, 'guaranteeWindow': {'from': '%s', 'to': '%s'}"
                .formatted(amount, from, to);
    }

    @Test
    void aGuaranteeFallsShortWhenItsWindowIsOverAndRefundsThatComeLaterCount() {
        var closed = engagement(18, guarantee("1000.00", "2025-06-18T12:00:00Z", "2025-06-19T12:00:00Z"));
        send(
                paid("early", closed, "2025-06-18T11:59:59.999Z", "500.00"),
                paid("o1", closed, "2025-06-18T12:00:00Z", "700.00"),
                paid("o2", closed, "2025-06-19T11:59:59.999Z", "200.00"),
                paid("late", closed, "2025-06-19T12:00:00Z", "500.00"));
        var kept = economics(closed, "").get("guarantee");
        assertThat(kept.get("keptGmv").stringValue()).isEqualTo("900.00");
        assertThat(kept.get("shortfall").stringValue()).isEqualTo("100.00");
        send(
                refunded("r1", "o1", closed, "2025-09-01T00:00:00Z", "50.00"),
                refunded("r2", "late", closed, "2025-06-19T11:00:00Z", "500.00"));
        assertThat(economics(closed, "").at("/guarantee/shortfall").stringValue())
                .isEqualTo("150.00");
        send(paid("o3", closed, "2025-06-19T00:00:00Z", "400.00"));
        assertThat(economics(closed, "").at("/guarantee/shortfall").stringValue())
                .isEqualTo("0.00");

        var open = engagement(19, guarantee("1000.00", "2998-12-31T00:00:00Z", "2999-01-01T00:00:00Z"));
        var untold = economics(open, "").get("guarantee");
        assertThat(untold.get("shortfall").isNull()).isTrue();
        assertThat(untold.get("reason").stringValue()).isEqualTo("window-open");
        assertThat(untold.get("keptGmv").stringValue()).isEqualTo("0.00");
    }
}
