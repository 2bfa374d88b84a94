package io.factmatrix.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A week on the merchant's own ground, through the gateway: what a session's review says is what the view says of its touchpoint. */
@ExtendWith(RunningStack.Shared.class)
class OwnGroundTest {

    private static final List<String> SAME = List.of(
            "gmv",
            "refunds",
            "netGmv",
            "cost",
            "orders",
            "units",
            "newBuyers",
            "impressions",
            "views",
            "likes",
            "aov",
            "refundRate",
            "audienceCoverage");

    private final MerchantApi merchant;
    private final String room;

    OwnGroundTest(RunningStack stack) {
        merchant = stack.newMerchant();
        room = id(post("/rooms", "{'name': '大直播间', 'platform': 'douyin'}"));
    }

    private Answer post(String path, String body) {
        return merchant.resource("POST", path, body.replace('\'', '"'));
    }

    private static String id(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asString("");
    }

    private String session(String day, String touchpoint) {
        return id(post(
                "/sessions",
                "{'room': '%s', 'title': '自播', 'start': '%sT10:00:00Z', 'end': '%sT12:00:00Z', 'touchpoint': '%s'}"
                        .formatted(room, day, day, touchpoint)));
    }

    private Answer move(String session, String to, String more) {
        return post("/sessions/" + session + "/transitions", "{'to': '%s'%s}".formatted(to, more));
    }

    private void run(String session, String day) {
        for (var move : List.of(
                move(session, "ready", ""),
                move(session, "live", ", 'at': '" + day + "T10:00:00Z'"),
                move(session, "ended", ", 'at': '" + day + "T12:00:00Z'"),
                move(session, "reviewed", ""))) {
            assertThat(move.ok()).as(move.toString()).isTrue();
        }
    }

    @Test
    void aWeekOfSessionsIsReviewedAsTheViewSeesIt() {
        var sessions = new ArrayList<String>();
        for (int day = 1; day <= 7; day++) {
            var date = "2025-06-0" + day;
            var touchpoint = "live-" + day;
            var session = session(date, touchpoint);
            sessions.add(session);
            var rundown = "/sessions/" + session + "/rundown";
            assertThat(id(post(
                            rundown + "/lines", "{'product': 'p1', 'price': {'amount': '9.90', 'currency': 'CNY'}}")))
                    .isNotEmpty();
            run(session, date);
            var events = new ArrayList<Event>();
            for (int order = 0; order < 5 + day; order++) {
                var id = "o" + day + "-" + order;
                var paid = Events.paid(id, id, "%d.%02d".formatted(10 * day, order))
                        .with("audience", "a" + order * day % 7);
                events.add(at(paid, touchpoint, date));
            }
            events.add(at(Events.refunded("r" + day, "o" + day + "-0", day + ".00"), touchpoint, "2025-07-1" + day));
            events.add(at(Events.cost("c" + day, "staff", "55.5" + day), touchpoint, date));
            events.add(at(
                            Events.traffic("t" + day, date + "T10:00:00Z", date + "T12:00:00Z")
                                    .with("impressions", 1_000 * day)
                                    .with("views", 100 + day),
                            touchpoint,
                            date)
                    .with("occurredAt", date + "T12:00:00Z"));
            Asserting.stored(merchant.ingest(events, MerchantApi.Form.NDJSON), events.size());
        }
        Asserting.settled(merchant);
        for (int day = 1; day <= 7; day++) {
            var review = merchant.resource("GET", "/sessions/" + sessions.get(day - 1) + "/review", "")
                    .json();
            var view = merchant.view("from=2025-01-01&to=2026-01-01&touchpoint=live-" + day)
                    .json()
                    .at("/fields/livestream/metrics");
            for (var figure : SAME) {
                assertThat(review.at("/figures/" + figure))
                        .as("%s of day %d", figure, day)
                        .isEqualTo(view.path(figure));
            }
            assertThat(review.at("/figures/buyers")).isEqualTo(view.at("/buyers/value"));
            assertThat(review.at("/figures/gpm/view")).isEqualTo(view.at("/gpm/view"));
            assertThat(review.at("/figures/rates")).isEqualTo(view.at("/rates"));
            assertThat(review.at("/reviewed/since/gmv")).isEqualTo(view.path("gmv"));
        }
    }

    private static Event at(Event event, String touchpoint, String day) {
        return event.with("touchpoint", touchpoint).with("occurredAt", day + "T11:00:00Z");
    }

    @Test
    void aHostIsBookedOnceByTwoClientsAtOnce() {
        var host = id(post("/hosts", "{'name': '小李'}"));
        var shift = "{'host': '%s', 'room': '%s', 'start': '2025-06-0%dT10:00:00Z', 'end': '2025-06-0%dT12:00:00Z'}";
        for (int round = 1; round <= 5; round++) {
            var body = shift.formatted(host, room, round, round);
            var statuses = IntStream.range(0, 2)
                    .mapToObj(client -> CompletableFuture.supplyAsync(
                            () -> post("/shifts", body).status()))
                    .toList();
            assertThat(statuses.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 409);
        }
    }

    @Test
    void aHostileScriptKeepsASessionOffTheAirUntilItIsMended() {
        post(
                "/gate-rules",
                "{'name': '极限词', 'gate': 'script', 'condition': {'kind': 'forbidden-phrases', 'phrases': ['全网最低']}}");
        var session = session("2025-06-01", "live-x");
        var lines = "/sessions/" + session + "/rundown/lines";
        var ids = new ArrayList<String>();
        for (var hostile : List.of("全 网 最 低", "全網最低", "全网·最低", "全\u200b网最\ufe0f低", "全网\\n最低价")) {
            ids.add(id(post(lines, "{'segments': [{'text': '今天" + hostile + "！'}]}")));
        }
        assertThat(move(session, "ready", "").ok()).isTrue();
        var refused = move(session, "live", "");
        Asserting.problem(refused, 409);
        // What stands in two lines is two things said.
        assertThat(refused.json()
                        .path("failures")
                        .valueStream()
                        .map(failure -> failure.path("line").asString("")))
                .containsExactlyElementsOf(ids.subList(0, 4));
        for (var line : ids.subList(0, 4)) {
            assertThat(merchant.resource("DELETE", lines + "/" + line, "").ok()).isTrue();
        }
        assertThat(move(session, "live", "").ok()).isTrue();
        Asserting.problem(move(session, "cancelled", ""), 409);
    }

    @Test
    void twoEditorsOfOneRundownLoseNothing() {
        var rundown = "/sessions/" + session("2025-06-01", "live-y") + "/rundown";
        var lines = IntStream.range(0, 4)
                .mapToObj(line -> id(post(rundown + "/lines", "{'product': 'p" + line + "'}")))
                .toList();
        var moves = IntStream.range(0, 20)
                .mapToObj(turn -> CompletableFuture.supplyAsync(() -> turn % 2 == 0
                        ? merchant.resource(
                                "PUT",
                                rundown + "/lines/" + lines.get(turn % 4) + "/place",
                                "{\"before\":\"" + lines.get((turn + 1) % 4) + "\"}")
                        : post(rundown + "/lines", "{'product': 'n" + turn + "'}")))
                .map(CompletableFuture::join)
                .toList();
        assertThat(moves).allMatch(Answer::ok);
        var products = merchant.resource("GET", rundown, "")
                .json()
                .path("lines")
                .valueStream()
                .map(line -> line.path("product").asString(""))
                .toList();
        assertThat(products).hasSize(14).doesNotHaveDuplicates();
        assertThat(merchant.resource("GET", rundown, "")
                        .json()
                        .path("lines")
                        .valueStream()
                        .map(JsonNode::size))
                .allMatch(size -> size == 10);
    }
}
