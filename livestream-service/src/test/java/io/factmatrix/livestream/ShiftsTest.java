package io.factmatrix.livestream;

import static io.factmatrix.ledger.testing.Answer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.testing.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hosts and shifts over HTTP. */
class ShiftsTest {

    private static final String STUDIO = "{\"name\":\"Studio 1\",\"platform\":\"douyin\"}";

    private final Desk desk = Desk.fresh();
    private final String room = desk.add(STUDIO).ok().id();

    private String host(String members) {
        return desk.post("/hosts", Desk.json("{'name': '小李'" + members + "}"))
                .ok()
                .id();
    }

    private String shift(String host, String start, String end) {
        return Desk.json("{'host': '%s', 'room': '%s', 'start': '%s', 'end': '%s'}".formatted(host, room, start, end));
    }

    private Answer plan(String host, String start, String end) {
        return desk.post("/shifts", shift(host, start, end));
    }

    @Test
    void aHostIsEngagedWithTheUsualWorkingTimeOrAnother() {
        var usual = desk.post("/hosts", "{\"name\":\"小李\"}").ok();
        assertThat(usual.json().propertyNames())
                .containsExactly("id", "name", "zone", "workingTime", "state", "createdAt", "changedAt");
        assertThat(usual.at("/zone")).isEqualTo("Asia/Shanghai");
        assertThat(usual.json().get("workingTime").toString())
                .isEqualTo(
                        "{\"minutesPerShift\":360,\"minutesPerDay\":480,\"minutesPerWeek\":2640,\"breakMinutes\":0}");
        var other = Desk.json("{'name': 'Lee', 'zone': 'America/New_York', 'workingTime': {'breakMinutes': 30}}");
        var changed = desk.send("PUT", "/hosts/" + usual.id(), other).ok();
        assertThat(changed.at("/zone")).isEqualTo("America/New_York");
        assertThat(changed.at("/workingTime/breakMinutes")).isEqualTo("30");
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(desk.get("/hosts/" + usual.id()).text()).isEqualTo(changed.text());
        assertThat(desk.get("/hosts?state=active").items()).hasSize(1);
        assertThat(desk.get("/hosts?state=left").items()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'zone': 'Asia/Peking'|zone.invalid",
                "'zone': '+08:00'|zone.invalid",
                "'workingTime': {'minutesPerDay': 0}|workingTime.invalid",
                "'workingTime': {'minutesPerDay': 1441}|workingTime.invalid",
                "'workingTime': {'minutesPerDay': 1.5}|workingTime.invalid",
                "'workingTime': {'minutes': 1}|member.unknown",
                "'workingTime': []|workingTime.invalid",
                "'state': 'left'|member.unknown"
            })
    void whatIsNoHostIsRefusedByName(String member, String code) {
        assertProblem(desk.post("/hosts", "{\"name\":\"a\"," + member.replace('\'', '"') + "}"), 400, code);
    }

    @Test
    void noHostIsInTwoPlaces() {
        var host = host("");
        var first = plan(host, "2026-06-01T10:00:00Z", "2026-06-01T12:00:00Z").ok();
        var refused = plan(host, "2026-06-01T11:59:59.999Z", "2026-06-01T13:00:00Z");
        assertProblem(refused, 409, "shift.overlap");
        assertThat(refused.at("/shift")).isEqualTo(first.id());
        // An end is no part of it.
        plan(host, "2026-06-01T12:00:00Z", "2026-06-01T13:00:00Z").ok();
        plan(host, "2026-06-01T09:00:00Z", "2026-06-01T10:00:00Z").ok();
        plan(host(""), "2026-06-01T10:00:00Z", "2026-06-01T12:00:00Z").ok();
        desk.post("/shifts/" + first.id() + "/transitions", "{\"to\":\"cancelled\"}")
                .ok();
        plan(host, "2026-06-01T10:30:00Z", "2026-06-01T11:00:00Z").ok();
        assertProblem(
                desk.send("PUT", "/shifts/" + first.id(), shift(host, "2026-06-02T10:00:00Z", "2026-06-02T12:00:00Z")),
                409,
                "shift.cancelled");
        assertProblem(
                desk.post("/shifts/" + first.id() + "/transitions", "{\"to\":\"planned\"}"), 409, "transition.refused");
    }

    @Test
    void ofManyClientsAtOnceOneBooksTheHost() {
        var host = host("");
        for (int round = 1; round <= 5; round++) {
            var day = "2026-06-0" + round;
            var answers = Desk.atOnce(8, turn -> plan(host, day + "T10:0" + turn + ":00Z", day + "T12:00:00Z"));
            assertThat(answers.stream().map(Answer::status).filter(status -> status == 201))
                    .hasSize(1);
            assertThat(answers.stream().filter(answer -> answer.status() != 201))
                    .allSatisfy(answer -> assertProblem(answer, 409, "shift.overlap"));
        }
        assertThat(desk.get("/shifts?host=" + host).items()).hasSize(5);
    }

    @Test
    void aShiftIsMovedWithoutMeetingItself() {
        var host = host("");
        var shift =
                plan(host, "2026-06-01T10:00:00Z", "2026-06-01T12:00:00Z").ok().id();
        var moved = shift(host, "2026-06-01T11:00:00Z", "2026-06-01T13:00:00Z");
        assertThat(desk.send("PUT", "/shifts/" + shift, moved).ok().at("/start"))
                .isEqualTo("2026-06-01T11:00:00Z");
        plan(host, "2026-06-01T13:00:00Z", "2026-06-01T14:00:00Z").ok();
        assertProblem(
                desk.send("PUT", "/shifts/" + shift, shift(host, "2026-06-01T12:30:00Z", "2026-06-01T13:30:00Z")),
                409,
                "shift.overlap");
        var other = host("");
        desk.send("PUT", "/shifts/" + shift, shift(other, "2026-06-01T12:30:00Z", "2026-06-01T13:30:00Z"))
                .ok();
        assertThat(desk.get("/shifts?host=" + other).items()).hasSize(1);
    }

    /** Days and weeks are those of the host's zone: 16:00 UTC is midnight in Shanghai, and 2026-05-31 a Sunday. */
    @Test
    void whatIsLongerThanTheWorkingTimeIsRefusedWithItsLimit() {
        var host = host(
                ", 'workingTime': {'minutesPerShift': 240, 'minutesPerDay': 300, 'minutesPerWeek': 600, 'breakMinutes': 30}");
        assertExceeded(plan(host, "2026-06-01T02:00:00Z", "2026-06-01T06:00:00.001Z"), "minutesPerShift", "241");
        plan(host, "2026-06-01T02:00:00Z", "2026-06-01T06:00:00Z").ok();
        assertExceeded(plan(host, "2026-06-01T06:29:59Z", "2026-06-01T07:00:00Z"), "breakMinutes", "29");
        assertExceeded(plan(host, "2026-06-01T01:00:00Z", "2026-06-01T01:30:01Z"), "breakMinutes", "29");
        assertExceeded(plan(host, "2026-06-01T14:59:00Z", "2026-06-01T16:00:00Z"), "minutesPerDay", "301");
        // An hour of this one lies in the next day.
        plan(host, "2026-06-01T15:00:00Z", "2026-06-01T17:00:00Z").ok();
        assertExceeded(plan(host, "2026-06-02T02:00:00Z", "2026-06-02T06:00:01Z"), "minutesPerShift", "241");
        plan(host, "2026-06-02T02:00:00Z", "2026-06-02T06:00:00Z").ok();
        assertExceeded(plan(host, "2026-06-05T02:00:00Z", "2026-06-05T02:01:00Z"), "minutesPerWeek", "601");
        plan(host, "2026-06-08T02:00:00Z", "2026-06-08T06:00:00Z").ok();
        plan(host, "2026-05-31T02:00:00Z", "2026-05-31T06:00:00Z").ok();
        assertThat(desk.get("/shifts?host=" + host + "&from=2026-06-01T00:00:00Z&to=2026-06-02T00:00:00%2B08:00")
                        .items())
                .hasSize(2);
    }

    private static void assertExceeded(Answer answer, String limit, String worked) {
        assertProblem(answer, 409, "working-time.exceeded");
        assertThat(answer.at("/limit")).isEqualTo(limit);
        assertThat(answer.at("/detail")).startsWith(limit + ": " + worked + " ");
    }

    /** The day on which clocks go forward has 23 hours, and a shift through the night as many as pass. */
    @Test
    void hoursAreCountedAsTheyPass() {
        var host = host(", 'zone': 'America/New_York', 'workingTime': {'minutesPerShift': 480}");
        plan(host, "2026-03-08T05:00:00Z", "2026-03-08T13:00:00Z").ok();
        assertExceeded(plan(host, "2026-03-08T20:00:00Z", "2026-03-08T20:01:00Z"), "minutesPerDay", "481");
        plan(host, "2026-03-09T04:00:00Z", "2026-03-09T05:00:00Z").ok();
    }

    @Test
    void nobodyWorksWhoHasLeftOrInARoomThatIsClosed() {
        var host = host("");
        desk.move(room, "closed").ok();
        assertProblem(plan(host, "2026-06-01T10:00:00Z", "2026-06-01T12:00:00Z"), 409, "room.closed");
        desk.move(room, "open").ok();
        desk.post("/hosts/" + host + "/transitions", "{\"to\":\"left\"}").ok();
        assertProblem(plan(host, "2026-06-01T10:00:00Z", "2026-06-01T12:00:00Z"), 409, "host.left");
    }

    @Test
    void whatIsNoShiftIsRefusedByName() {
        var host = host("");
        assertProblem(plan("x", "2026-06-01T10:00:00Z", "2026-06-01T12:00:00Z"), 404, "host.unknown");
        assertProblem(
                plan(
                        Desk.fresh().post("/hosts", "{\"name\":\"b\"}").id(),
                        "2026-06-01T10:00:00Z",
                        "2026-06-01T12:00:00Z"),
                404,
                "host.unknown");
        assertProblem(plan(host, "2026-06-01T10:00:00Z", "2026-06-01T10:00:00Z"), 400, "end.invalid");
        assertProblem(plan(host, "2026-06-01T10:00:00Z", "2026-06-02T10:00:00.001Z"), 400, "end.invalid");
        assertProblem(plan(host, "2026-06-01 10:00", "2026-06-01T10:00:00Z"), 400, "start.invalid");
        assertProblem(plan(host, "+12026-06-01T10:00:00Z", "+12026-06-01T11:00:00Z"), 400, "start.invalid");
        assertProblem(desk.get("/shifts?host=x"), 400, "host.invalid");
        assertProblem(desk.get("/shifts?from=yesterday"), 400, "from.invalid");
        assertProblem(desk.get("/shifts/x"), 404, "shift.unknown");
    }
}
