package io.factmatrix.livestream;

import static io.factmatrix.ledger.testing.MerchantClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What sessions and their rundowns promise and plan. */
class PlansTest {

    private final Desk desk = Desk.fresh();
    private final String room =
            desk.add(json("{'name': '大直播间', 'platform': 'douyin'}")).ok().id();

    private String session(int day) {
        return desk.post("/sessions", plan(day)).ok().id();
    }

    private String plan(int day) {
        return json("{'room': '%s', 'title': '自播', 'start': '2126-06-%02dT10:00:00Z', 'end': '2126-06-%02dT12:00:00Z'}"
                .formatted(room, day, day));
    }

    private String line(String session, String content) {
        return desk.post("/sessions/" + session + "/rundown/lines", json(content))
                .ok()
                .id();
    }

    @Test
    void linesPromiseTheirProductsForTheTimeOfTheirSession() {
        var session = session(18);
        var lipstick =
                line(session, "{'product': 'lipstick', 'price': {'amount': '99', 'currency': 'CNY'}, 'stock': 5}");
        var serum = line(session, "{'product': 'serum', 'stock': 7}");
        line(session, "{'product': 'cream'}");
        line(session, "{'title': '开场'}");
        var all = desk.get("/fields/livestream/promises").items();
        assertThat(all).hasSize(2);
        assertThat(all.get(0).toString())
                .isEqualTo(json(
                        "{'kind':'goods','field':'livestream','source':'rundown-line','id':'%s','parent':'%s','touchpoint':'%s','shop':'main','product':'lipstick','price':{'amount':'99.00','currency':'CNY'},'stock':5,'start':'2126-06-18T10:00:00Z','end':'2126-06-18T12:00:00Z'}"
                                .formatted(lipstick, session, session)));
        assertThat(desk.get("/fields/livestream/promises?limit=1&after=" + lipstick + ".1")
                        .items())
                .singleElement()
                .satisfies(item -> assertThat(item.at("/id").stringValue()).isEqualTo(serum));
        assertThat(desk.get("/fields/livestream/promises?product=serum&to=2126-06-18T10:00:00Z")
                        .items())
                .isEmpty();
        desk.send("PUT", "/sessions/" + session, plan(20)).ok();
        assertThat(desk.get("/fields/livestream/promises?product=serum&from=2126-06-20T00:00:00Z")
                        .items())
                .hasSize(1);
        assertThat(desk.get("/fields/livestream/calendar?from=2126-06-20T11:00:00Z&to=2126-06-21T00:00:00Z")
                        .items())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.at("/id").stringValue()).isEqualTo(session);
                    assertThat(entry.at("/tentative").booleanValue()).isTrue();
                });
        desk.post("/sessions/" + session + "/transitions", json("{'to': 'cancelled'}"))
                .ok();
        assertThat(desk.get("/fields/livestream/promises").items()).isEmpty();
        assertThat(desk.get("/fields/livestream/calendar").items()).isEmpty();
    }
}
