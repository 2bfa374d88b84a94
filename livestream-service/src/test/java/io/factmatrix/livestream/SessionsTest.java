package io.factmatrix.livestream;

import static io.factmatrix.ledger.testing.Answer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.testing.Answer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sessions over HTTP, from the plan to the end. */
class SessionsTest {

    private static final String STUDIO = "{\"name\":\"Studio 1\",\"platform\":\"douyin\"}";

    private final Desk desk = Desk.fresh();
    private final String room = desk.add(STUDIO).ok().id();

    private String session(String room, String start, String end, String more) {
        return Desk.json(
                "{'room': '%s', 'title': '618 开场', 'start': '%s', 'end': '%s'%s}".formatted(room, start, end, more));
    }

    private Answer plan(String start, String end) {
        return desk.post("/sessions", session(room, start, end, ""));
    }

    private Answer move(String session, String to) {
        return desk.post("/sessions/" + session + "/transitions", "{\"to\":\"" + to + "\"}");
    }

    private Answer moveAt(String session, String to, String at) {
        return desk.post("/sessions/" + session + "/transitions", "{\"to\":\"" + to + "\",\"at\":\"" + at + "\"}");
    }

    @Test
    void aSessionIsTheTouchpointOfItsEvents() {
        var planned = plan("2026-06-01T10:00:00Z", "2026-06-01T14:00:00Z").ok();
        assertThat(planned.json().propertyNames())
                .containsExactly(
                        "id",
                        "room",
                        "title",
                        "start",
                        "end",
                        "shop",
                        "touchpoint",
                        "assets",
                        "state",
                        "startedAt",
                        "endedAt",
                        "createdAt",
                        "changedAt");
        assertThat(planned.at("/touchpoint")).isEqualTo(planned.id());
        assertThat(planned.at("/shop")).isEqualTo("main");
        assertThat(planned.at("/state")).isEqualTo("planned");
        var assets = ", 'touchpoint': 'live 7', 'assets': [{'kind': 'cover', 'reference': '图 1.png'}]";
        var changed = desk.send(
                        "PUT",
                        "/sessions/" + planned.id(),
                        session(room, "2026-06-01T10:00:00Z", "2026-06-01T14:00:00Z", assets))
                .ok();
        assertThat(changed.at("/touchpoint")).isEqualTo("live 7");
        assertThat(changed.json().get("assets").toString())
                .isEqualTo("[{\"kind\":\"cover\",\"reference\":\"图 1.png\"}]");
        assertThat(desk.get("/sessions/" + planned.id()).text()).isEqualTo(changed.text());
        assertThat(desk.get("/sessions?touchpoint=live%207").items()).hasSize(1);
        assertThat(desk.get("/sessions?touchpoint=live%208").items()).isEmpty();
        var other = ", 'touchpoint': 'live 7'";
        assertProblem(
                desk.post("/sessions", session(room, "2026-06-02T10:00:00Z", "2026-06-02T14:00:00Z", other)),
                409,
                "touchpoint.taken");
        var elsewhere = desk.add(STUDIO.replace("}", ",\"shop\":\"cn\"}")).id();
        desk.post("/sessions", session(elsewhere, "2026-06-02T10:00:00Z", "2026-06-02T14:00:00Z", other))
                .ok();
    }

    @Test
    void aSessionGoesItsWayAndNoOther() {
        var session = plan("2026-06-01T10:00:00Z", "2026-06-01T14:00:00Z").id();
        var refused = move(session, "live");
        assertProblem(refused, 409, "transition.refused");
        assertThat(refused.json().get("allowed").toString()).isEqualTo("[\"ready\",\"cancelled\"]");
        move(session, "ready").ok();
        move(session, "planned").ok();
        move(session, "ready").ok();
        var live = move(session, "live").ok();
        assertThat(live.at("/startedAt")).isEqualTo(live.at("/changedAt"));
        var cancelled = move(session, "cancelled");
        assertProblem(cancelled, 409, "transition.refused");
        assertThat(cancelled.json().get("allowed").toString()).isEqualTo("[\"ended\"]");
        var ended = move(session, "ended").ok();
        assertThat(ended.at("/startedAt")).isEqualTo(live.at("/startedAt"));
        assertThat(ended.at("/endedAt")).isEqualTo(ended.at("/changedAt"));
        assertProblem(move(session, "live"), 409, "transition.refused");
        assertThat(desk.trail().stream().map(entry -> entry.get("action").stringValue()))
                .startsWith("moved", "moved", "moved", "moved", "moved", "created");
        assertThat(move(plan("2026-06-01T15:00:00Z", "2026-06-01T16:00:00Z").id(), "cancelled")
                        .ok()
                        .at("/state"))
                .isEqualTo("cancelled");
    }

    @Test
    void whatHappenedEarlierIsToldWithItsMoment() {
        var session = plan("2026-06-01T10:00:00Z", "2026-06-01T14:00:00Z").id();
        move(session, "ready").ok();
        assertProblem(moveAt(session, "planned", "2026-06-01T10:02:00Z"), 400, "at.invalid");
        assertProblem(moveAt(session, "live", "2999-01-01T00:00:00Z"), 400, "at.invalid");
        assertThat(moveAt(session, "live", "2026-06-01T18:02:00.500+08:00").ok().at("/startedAt"))
                .isEqualTo("2026-06-01T10:02:00.500Z");
        assertProblem(moveAt(session, "ended", "2026-06-01T10:02:00.500Z"), 400, "at.invalid");
        assertThat(moveAt(session, "ended", "2026-06-01T14:05:00Z").ok().at("/endedAt"))
                .isEqualTo("2026-06-01T14:05:00Z");
    }

    @Test
    void aRoomHasOneSessionAtATime() {
        var first = plan("2026-06-01T10:00:00Z", "2026-06-01T14:00:00Z").ok().id();
        var refused = plan("2026-06-01T13:00:00Z", "2026-06-01T15:00:00Z");
        assertProblem(refused, 409, "session.overlap");
        assertThat(refused.at("/session")).isEqualTo(first);
        var second = plan("2026-06-01T14:00:00Z", "2026-06-01T15:00:00Z").ok().id();
        assertProblem(
                desk.send(
                        "PUT",
                        "/sessions/" + second,
                        session(room, "2026-06-01T13:59:00Z", "2026-06-01T15:00:00Z", "")),
                409,
                "session.overlap");
        move(first, "ready").ok();
        moveAt(first, "live", "2026-06-01T10:00:00Z").ok();
        move(second, "ready").ok();
        // The first is still on air.
        assertProblem(moveAt(second, "live", "2026-06-01T14:10:00Z"), 409, "room.busy");
        moveAt(first, "ended", "2026-06-01T14:05:00Z").ok();
        assertProblem(moveAt(second, "live", "2026-06-01T14:04:00Z"), 409, "room.busy");
        moveAt(second, "live", "2026-06-01T14:10:00Z").ok();
        // Two are not on air now, whenever they began.
        var third = plan("2026-06-01T08:00:00Z", "2026-06-01T09:00:00Z").ok().id();
        move(third, "ready").ok();
        assertProblem(moveAt(third, "live", "2026-06-01T08:00:00Z"), 409, "room.busy");
        moveAt(second, "ended", "2026-06-01T15:00:00Z").ok();
        // What is told late may be told, but not that it went on into another one.
        moveAt(third, "live", "2026-06-01T08:00:00Z").ok();
        assertProblem(moveAt(third, "ended", "2026-06-01T10:00:00.001Z"), 409, "room.busy");
        moveAt(third, "ended", "2026-06-01T10:00:00Z").ok();
    }

    @Test
    void ofManyClientsAtOnceOnePlansTheRoomAndOneGoesLive() {
        var answers = Desk.atOnce(8, turn -> plan("2026-06-01T10:0" + turn + ":00Z", "2026-06-01T12:00:00Z"));
        assertThat(answers.stream().map(Answer::status)).containsOnlyOnce(201);
        var sessions = Stream.of("2026-06-02", "2026-06-03", "2026-06-04", "2026-06-05")
                .map(day -> plan(day + "T10:00:00Z", day + "T12:00:00Z").ok().id())
                .toList();
        sessions.forEach(session -> move(session, "ready").ok());
        var live = Desk.atOnce(4, turn -> move(sessions.get(turn), "live"));
        assertThat(live.stream().map(Answer::status)).containsOnlyOnce(200);
    }

    @Test
    void onceLiveRoomAndTimeStayAndTheTouchpointIsWhateverThePlatformCallsIt() {
        var session = plan("2026-06-01T10:00:00Z", "2026-06-01T14:00:00Z").id();
        move(session, "ready").ok();
        move(session, "live").ok();
        var touchpoint = ", 'touchpoint': 'douyin-live-1'";
        var path = "/sessions/" + session;
        desk.send("PUT", path, session(room, "2026-06-01T10:00:00Z", "2026-06-01T14:00:00Z", touchpoint))
                .ok();
        assertProblem(
                desk.send("PUT", path, session(room, "2026-06-01T10:00:00Z", "2026-06-01T14:30:00Z", touchpoint)),
                409,
                "session.begun");
        move(session, "ended").ok();
        move(session, "reviewed").ok();
        assertProblem(
                desk.send("PUT", path, session(room, "2026-06-01T10:00:00Z", "2026-06-01T14:00:00Z", "")),
                409,
                "session.over");
    }

    @Test
    void whatIsNoSessionIsRefusedByName() {
        var end = "2026-06-01T14:00:00Z";
        assertProblem(desk.post("/sessions", session("x", "2026-06-01T10:00:00Z", end, "")), 404, "room.unknown");
        assertProblem(plan(end, end), 400, "end.invalid");
        for (var wrong : List.of(
                ", 'touchpoint': ''|touchpoint.invalid",
                ", 'touchpoint': '直播'|touchpoint.invalid",
                ", 'assets': {}|assets.invalid",
                ", 'assets': ['cover']|assets.invalid",
                ", 'assets': [{'kind': 'cover'}]|member.missing",
                ", 'assets': [{'kind': 'cover', 'reference': 'a', 'size': 1}]|member.unknown",
                ", 'assets': [{'kind': 'cover', 'kind': 'a', 'reference': 'a'}]|member.duplicate",
                ", 'state': 'live'|member.unknown")) {
            var parts = wrong.split("\\|", 2);
            assertProblem(desk.post("/sessions", session(room, "2026-06-01T10:00:00Z", end, parts[0])), 400, parts[1]);
        }
        desk.move(room, "closed").ok();
        assertProblem(plan("2026-06-01T10:00:00Z", end), 409, "room.closed");
        assertThat(desk.get("/sessions").items()).isEmpty();
        assertProblem(move("x", "live"), 404, "session.unknown");
        assertProblem(Desk.fresh().get("/sessions/" + "0".repeat(26)), 404, "session.unknown");
    }

    @Test
    void sessionsAreListedByRoomStateAndTime() {
        var first = plan("2026-06-01T10:00:00Z", "2026-06-01T14:00:00Z").id();
        var second = plan("2026-06-02T10:00:00Z", "2026-06-02T14:00:00Z").id();
        move(second, "ready").ok();
        assertThat(desk.get("/sessions?room=" + room).items().stream()
                        .map(item -> item.get("id").stringValue()))
                .containsExactly(second, first);
        assertThat(desk.get("/sessions?state=ready").items()).hasSize(1);
        assertThat(desk.get("/sessions?from=2026-06-01T14:00:00Z").items()).hasSize(1);
        assertThat(desk.get("/sessions?to=2026-06-02T10:00:00Z").items()).hasSize(1);
        assertThat(desk.get("/sessions?limit=1").json().get("nextCursor").isNull())
                .isFalse();
    }
}
