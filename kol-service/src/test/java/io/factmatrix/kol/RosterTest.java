package io.factmatrix.kol;

import static io.factmatrix.ledger.testing.Answer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.testing.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** KOLs over HTTP, and when they cannot be booked. */
class RosterTest {

    private final Desk desk = Desk.fresh();

    static String kol(String handle, String more) {
        return Desk.json("{'name': '李老师', 'platform': 'douyin', 'handle': '%s'%s}".formatted(handle, more));
    }

    private static String span(String start, String end) {
        return Desk.json("{'start': '%s', 'end': '%s', 'reason': '休假'}".formatted(start, end));
    }

    @Test
    void whatIsSaidOfAKolIsKeptAndWhatIsNotIsUnknown() {
        var more = """
                , 'categories': ['beauty', '个护'], 'agency': 'Star MCN', 'slotFee': {'amount': '200000', 'currency': 'CNY'},
                'pastFigures': {'followers': {'value': 12000000}, 'gmv': {'lower': {'amount': '800000', 'currency': 'CNY'},
                'upper': {'amount': '1500000.50', 'currency': 'CNY'}}, 'returnRate': {'lower': 0.30, 'upper': 0.5}}""";
        var added = desk.add(kol("teacher-li", more)).ok();
        assertThat(added.json().propertyNames())
                .containsExactly(
                        "id",
                        "name",
                        "platform",
                        "handle",
                        "categories",
                        "agency",
                        "slotFee",
                        "pastFigures",
                        "state",
                        "createdAt",
                        "changedAt");
        assertThat(added.at("/slotFee/amount")).isEqualTo("200000.00");
        assertThat(added.at("/pastFigures/followers/value")).isEqualTo("12000000");
        assertThat(added.json().at("/pastFigures/viewers").isNull()).isTrue();
        assertThat(added.json().at("/pastFigures/gmv").toString())
                .isEqualTo(
                        "{\"lower\":{\"amount\":\"800000.00\",\"currency\":\"CNY\"},\"upper\":{\"amount\":\"1500000.50\",\"currency\":\"CNY\"}}");
        assertThat(added.json().at("/pastFigures/returnRate").toString()).isEqualTo("{\"lower\":0.3,\"upper\":0.5}");
        assertThat(desk.get("/kols/" + added.id()).text()).isEqualTo(added.text());
        // The same again is no change.
        assertThat(desk.put(added.id(), kol("teacher-li", more)).ok().text()).isEqualTo(added.text());
        var less = desk.put(added.id(), kol("teacher-li", "")).ok();
        assertThat(less.json().get("slotFee").isNull()).isTrue();
        assertThat(desk.trail().stream().map(entry -> entry.get("action").stringValue()))
                .containsExactly("changed", "created");
    }

    @Test
    void aHandleIsTheKolsOfItsPlatform() {
        var first = desk.add(kol("a", "")).ok().id();
        assertProblem(desk.add(kol("a", "")), 409, "handle.taken");
        desk.add(kol("a", "").replace("douyin", "tiktok-shop")).ok();
        var second = desk.add(kol("b", "")).ok().id();
        assertProblem(desk.put(second, kol("a", "")), 409, "handle.taken");
        Desk.fresh().add(kol("a", "")).ok();
        assertThat(Desk.atOnce(6, turn -> desk.add(kol("c", ""))).stream().map(Answer::status))
                .containsOnlyOnce(201);
        desk.move(first, "blocked").ok();
        assertProblem(desk.move(first, "blocked"), 409, "transition.refused");
        assertThat(desk.get("/kols?state=blocked").items()).hasSize(1);
        assertThat(desk.get("/kols?platform=tiktok-shop").items()).hasSize(1);
        desk.move(first, "active").ok();
        assertProblem(desk.put(first, kol("d", ""), "If-Match", "\"1\""), 412, "revision.mismatch");
    }

    @Test
    void whatIsNoKolIsRefusedByName() {
        for (var wrong : List.of(
                ", 'categories': ['a', 'a']|categories.invalid",
                ", 'slotFee': {'amount': '1.001', 'currency': 'CNY'}|slotFee.invalid",
                ", 'slotFee': {'amount': '-1', 'currency': 'CNY'}|slotFee.invalid",
                ", 'pastFigures': {'followers': 12}|pastFigures.invalid",
                ", 'pastFigures': {'followers': {}}|member.missing",
                ", 'pastFigures': {'followers': {'lower': 2, 'upper': 1}}|pastFigures.invalid",
                ", 'pastFigures': {'followers': {'value': 2, 'upper': 3}}|member.unknown",
                ", 'pastFigures': {'returnRate': {'value': 1.1}}|pastFigures.invalid",
                ", 'pastFigures': {'gmv': {'lower': {'amount': '1', 'currency': 'CNY'}, 'upper': {'amount': '2', 'currency': 'USD'}}}|pastFigures.invalid",
                ", 'pastFigures': {'likes': {'value': 2}}|member.unknown",
                ", 'state': 'active'|member.unknown")) {
            var parts = wrong.split("\\|", 2);
            assertProblem(desk.add(kol("x", parts[0])), 400, parts[1]);
        }
        assertProblem(desk.add(kol("x", "").replace("douyin", "mars")), 400, "platform.invalid");
        assertThat(desk.kols()).isZero();
        assertProblem(desk.get("/kols/x"), 404, "kol.unknown");
        assertProblem(Desk.fresh("ads").get("/kols"), 403, "role.missing");
    }

    @Test
    void aKolIsUnavailableUntilThatIsTakenBack() {
        var kol = desk.add(kol("a", "")).ok().id();
        var other = desk.add(kol("b", "")).ok().id();
        var path = "/kols/" + kol + "/unavailabilities";
        var first = desk.post(path, span("2026-06-01T00:00:00+08:00", "2026-06-08T00:00:00+08:00"))
                .ok();
        assertThat(first.at("/start")).isEqualTo("2026-05-31T16:00:00Z");
        assertThat(first.header("Location")).endsWith(path + "/" + first.id());
        assertThat(desk.get(path + "/" + first.id()).text()).isEqualTo(first.text());
        desk.post(path, span("2026-07-01T00:00:00Z", "2026-07-08T00:00:00Z")).ok();
        assertThat(desk.get(path).items()).hasSize(2);
        assertThat(desk.get(path + "?from=2026-06-10T00:00:00Z&to=2026-08-01T00:00:00Z")
                        .items())
                .hasSize(1);
        assertThat(desk.get("/kols/" + other + "/unavailabilities").items()).isEmpty();
        assertProblem(desk.get("/kols/" + other + "/unavailabilities/" + first.id()), 404, "unavailability.unknown");
        assertProblem(
                desk.send("DELETE", "/kols/" + other + "/unavailabilities/" + first.id(), ""),
                404,
                "unavailability.unknown");
        assertProblem(desk.send("DELETE", path + "/" + first.id(), "", "If-Match", "\"7\""), 412, "revision.mismatch");
        assertThat(desk.send("DELETE", path + "/" + first.id(), "").ok().text()).isEqualTo(first.text());
        assertProblem(desk.send("DELETE", path + "/" + first.id(), ""), 404, "unavailability.unknown");
        assertThat(desk.get(path).items()).hasSize(1);
        assertThat(desk.trail().get(0).get("action").stringValue()).isEqualTo("removed");
        assertProblem(desk.post(path, span("2026-07-01T00:00:00Z", "2026-07-01T00:00:00Z")), 400, "end.invalid");
        assertProblem(desk.post(path, span("2026-07-01T00:00:00Z", "2028-07-01T00:00:00Z")), 400, "end.invalid");
        assertProblem(Desk.fresh().get(path), 404, "kol.unknown");
    }
}
