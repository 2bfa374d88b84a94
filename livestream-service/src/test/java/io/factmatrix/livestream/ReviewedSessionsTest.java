package io.factmatrix.livestream;

import static io.factmatrix.ledger.testing.Answer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Reviews of sessions over HTTP. */
class ReviewedSessionsTest {

    private final Desk desk = Desk.fresh("operator", "integration");
    private final String room =
            desk.add("{\"name\":\"Studio 1\",\"platform\":\"douyin\"}").ok().id();

    private String session(String day) {
        var session = RundownsTest.session(desk, room, day);
        move(session, "ready", "");
        move(session, "live", Desk.json(", 'at': '" + day + "T10:00:00Z'"));
        move(session, "ended", Desk.json(", 'at': '" + day + "T12:00:00Z'"));
        return session;
    }

    private void move(String session, String to, String at) {
        desk.post("/sessions/" + session + "/transitions", "{\"to\":\"" + to + "\"" + at + "}")
                .ok();
    }

    private void send(String... events) {
        var answer = desk.post("/events", "[" + Desk.json(String.join(",", events)) + "]")
                .ok();
        assertThat(answer.at("/stored")).isEqualTo(Integer.toString(events.length));
    }

    private static String event(String id, String type, String touchpoint, String occurredAt, String more) {
        return "{'id': '%s', 'type': '%s', 'field': 'livestream', 'touchpoint': '%s', 'occurredAt': '%s', %s}"
                .formatted(id, type, touchpoint, occurredAt, more);
    }

    private static String money(String amount) {
        return "'amount': {'amount': '" + amount + "', 'currency': 'CNY'}";
    }

    private static String traffic(String id, String touchpoint, String day, int views) {
        return event(
                id,
                "traffic",
                touchpoint,
                day + "T12:00:00Z",
                "'start': '%sT10:00:00Z', 'end': '%sT12:00:00Z', 'impressions': 1000, 'views': %d"
                        .formatted(day, day, views));
    }

    @Test
    void aSessionIsReviewedBesideItsRundownAndWhatComesLaterShows() {
        var session = RundownsTest.session(desk, room, "2026-06-20");
        var review = "/sessions/" + session + "/review";
        assertProblem(desk.get(review), 409, "session.unbegun");
        assertProblem(desk.get(review + "/curve"), 409, "session.unbegun");
        var price = "'price': {'amount': '60.00', 'currency': 'CNY'}";
        desk.post("/sessions/" + session + "/rundown/lines", Desk.json("{'product': 'p1', 'stock': 10, " + price + "}"))
                .ok();
        desk.post("/sessions/" + session + "/rundown/lines", Desk.json("{'product': 'p2'}"))
                .ok();
        desk.post("/sessions/" + session + "/rundown/lines", Desk.json("{'product': 'p1', 'stock': 5, " + price + "}"))
                .ok();
        move(session, "ready", "");
        move(session, "live", Desk.json(", 'at': '2026-06-20T10:00:00Z'"));
        send(
                event(
                        "o1",
                        "order.paid",
                        session,
                        "2026-06-20T10:05:30Z",
                        "'order': '1', 'product': 'p1', 'quantity': 3, 'audience': 'a', " + money("180.00")),
                event(
                        "o2",
                        "order.paid",
                        session,
                        "2026-06-20T10:05:59Z",
                        "'order': '2', 'product': 'p9', 'quantity': 1, 'audience': 'b', " + money("20.00")),
                event("c1", "cost", session, "2026-06-20T12:00:00Z", "'category': 'staff', " + money("50.00")),
                traffic("t1", session, "2026-06-20", 400));
        assertThat(desk.get(review).ok().at("/state")).isEqualTo("live");
        move(session, "ended", Desk.json(", 'at': '2026-06-20T12:00:00Z'"));
        move(session, "reviewed", "");
        var told = desk.get(review).ok().json();
        assertThat(told.at("/figures/gmv").stringValue()).isEqualTo("200.00");
        assertThat(told.at("/figures/costPerHour").stringValue()).isEqualTo("25.00");
        assertThat(told.at("/figures/costPerThousandViews").stringValue()).isEqualTo("125.00");
        assertThat(told.at("/products")
                        .valueStream()
                        .map(product -> product.get("product").stringValue()))
                .containsExactly("p1", "p2", "p9");
        assertThat(told.at("/products/0/stock").intValue()).isEqualTo(15);
        assertThat(told.at("/products/0/sellThrough").decimalValue()).isEqualByComparingTo("0.2");
        assertThat(told.at("/products/1/plannedPrice").isNull()).isTrue();
        assertThat(told.at("/products/2/planned").booleanValue()).isFalse();
        assertThat(told.at("/reviewed/figures/netGmv").stringValue()).isEqualTo("200.00");
        assertThat(told.at("/reviewed/since/changed").booleanValue()).isFalse();

        send(event("r1", "order.refunded", session, "2026-07-20T00:00:00Z", "'order': '1', " + money("60.00")));
        told = desk.get(review).ok().json();
        assertThat(told.at("/figures/netGmv").stringValue()).isEqualTo("140.00");
        assertThat(told.at("/reviewed/figures/netGmv").stringValue()).isEqualTo("200.00");
        assertThat(told.at("/reviewed/since/changed").booleanValue()).isTrue();
        assertThat(told.at("/reviewed/since/refunds").stringValue()).isEqualTo("60.00");
        assertThat(told.at("/reviewed/since/netGmv").stringValue()).isEqualTo("-60.00");
        assertThat(desk.get(review + "?currency=USD")
                        .ok()
                        .json()
                        .at("/reviewed/figures/gmv")
                        .stringValue())
                .isEqualTo("0.00");

        var curve = desk.get(review + "/curve").ok().json();
        assertThat(curve.get("points")).hasSize(120);
        assertThat(curve.at("/points/5/gmv").stringValue()).isEqualTo("200.00");
        assertThat(curve.at("/points/5/orders").intValue()).isEqualTo(2);
        assertThat(curve.at("/points/6/gmv").stringValue()).isEqualTo("0.00");
        // 400 over 120 minutes: 3 each, and what is left at the end.
        assertThat(curve.at("/points/0/views").intValue()).isEqualTo(3);
        assertThat(curve.at("/points/119/views").intValue()).isEqualTo(43);
    }

    @Test
    void theWeakestStepIsTheOneFarthestBelowTheMerchantsOwnMedian() {
        for (int day = 1; day <= 4; day++) {
            var date = "2026-06-0" + day;
            send(traffic("t" + day, session(date), date, day == 4 ? 100 : 400));
        }
        var weak = desk.get("/sessions").items().get(0).get("id").stringValue();
        var told = desk.get("/sessions/" + weak + "/review").ok().json().at("/weakestStep/counts");
        assertThat(told.get("broadcasts").intValue()).isEqualTo(3);
        assertThat(told.get("weakest").stringValue()).isEqualTo("enter");
        assertThat(told.get("owners").toString()).isEqualTo("[\"content\"]");
        assertThat(told.at("/steps/0/ofMedian").decimalValue()).isEqualByComparingTo("0.25");
        var early = desk.get("/sessions").items().get(3).get("id").stringValue();
        assertThat(desk.get("/sessions/" + early + "/review").ok().at("/weakestStep/counts/reason"))
                .isEqualTo("nothing-to-compare");
    }

    @Test
    void aRoomIsAsSteadyAsItsSessionsAre() {
        for (int day = 10; day < 20; day++) {
            var date = "2026-06-" + day;
            send(traffic("t" + day, session(date), date, 300));
        }
        var steady = desk.get("/rooms/" + room + "/stability?from=2026-06-01T00:00:00Z&to=2026-07-01T00:00:00Z")
                .ok()
                .json();
        assertThat(steady.get("sessions").intValue()).isEqualTo(10);
        assertThat(steady.at("/viewsPerHour/mean").decimalValue()).isEqualByComparingTo("150");
        assertThat(steady.at("/viewsPerHour/variation").decimalValue()).isEqualByComparingTo("0");
        assertProblem(desk.get("/rooms/" + room + "/stability?zone=Mars"), 400, "zone.invalid");
        assertProblem(
                desk.get("/rooms/" + room + "/stability?from=2026-07-01T00:00:00Z&to=2026-06-01T00:00:00Z"),
                400,
                "from.invalid");
        assertProblem(Desk.fresh().get("/rooms/" + room + "/stability"), 404, "room.unknown");
        assertProblem(new Desk(desk.merchant(), "service").get("/rooms/" + room + "/stability"), 403, "role.missing");
    }

    @Test
    void aReviewHasItsParametersAndNoOthers() {
        var session = session("2026-06-01");
        assertProblem(desk.get("/sessions/" + session + "/review?currency=XXX"), 400, "currency.invalid");
        assertProblem(desk.get("/sessions/" + session + "/review?zone=UTC"), 400, "parameter.unknown");
        assertProblem(desk.get("/sessions/x/review"), 404, "session.unknown");
        assertThat(new Desk(desk.merchant(), "service")
                        .get("/sessions/" + session + "/review")
                        .ok()
                        .at("/figures/gmv"))
                .isEqualTo("0.00");
    }
}
