package io.factmatrix.creator;

import static io.factmatrix.ledger.testing.Answer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.testing.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pipeline over HTTP. */
class OutreachesTest {

    private static final String FAR = "2999-01-01T00:00:00Z";

    private final Desk desk = Desk.fresh("creators");
    private final String creator = creator("mei");

    private String creator(String handle) {
        return desk.post(
                        "/creators",
                        Desk.json(
                                "{'name': 'a', 'platform': 'douyin', 'handle': '%s', 'tier': 'mid'}".formatted(handle)))
                .ok()
                .id();
    }

    private Answer begin(String creator, String more) {
        return desk.post("/outreaches", Desk.json("{'creator': '%s'%s}".formatted(creator, more)));
    }

    private Answer move(String outreach, String to) {
        return desk.move("/outreaches/" + outreach, to);
    }

    private List<String> listed(String query) {
        return desk.get("/outreaches" + query).ok().items().stream()
                .map(item -> item.get("id").stringValue())
                .toList();
    }

    @Test
    void anOutreachGoesItsWayAndNoOther() {
        var begun = begin(
                        creator,
                        ", 'owner': '阿丽', 'due': {'agreed': '%s', 'invited': '2026-06-01T08:00:00+08:00'}"
                                .formatted(FAR))
                .ok();
        assertThat(begun.json().propertyNames())
                .containsExactly(
                        "id",
                        "creator",
                        "owner",
                        "note",
                        "due",
                        "state",
                        "stateSince",
                        "dueAt",
                        "createdAt",
                        "changedAt");
        assertThat(begun.at("/dueAt")).isEqualTo("2026-06-01T00:00:00Z");
        assertThat(begun.json().get("due").toString())
                .isEqualTo(Desk.json("{'invited':'2026-06-01T00:00:00Z','agreed':'%s'}".formatted(FAR)));
        var id = begun.id();
        assertThat(desk.get("/outreaches/" + id).text()).isEqualTo(begun.text());
        var refused = move(id, "agreed");
        assertProblem(refused, 409, "transition.refused");
        assertThat(refused.json().get("allowed").toString()).isEqualTo("[\"contacted\",\"declined\"]");
        for (var to : List.of("contacted", "negotiating", "sample-sent", "agreed", "content-live")) {
            var moved = move(id, to).ok();
            assertThat(moved.at("/stateSince")).isEqualTo(moved.at("/changedAt"));
            assertThat(moved.at("/dueAt")).isEqualTo(to.equals("agreed") ? FAR : "");
        }
        assertThat(move(id, "declined").json().get("allowed").toString()).isEqualTo("[\"settled\"]");
        move(id, "settled").ok();
        assertThat(move(id, "invited").json().get("allowed").toString()).isEqualTo("[]");
        assertProblem(desk.put("/outreaches/" + id, "{\"note\":\"x\"}"), 409, "outreach.over");
    }

    @Test
    void theCalendarTellsWhatIsDue() {
        begin(creator, ", 'due': {'invited': '2026-06-01T08:00:00+08:00'}").ok();
        var june = desk.get("/fields/creator/calendar?from=2026-06-01T00:00:00Z&to=2026-06-02T00:00:00Z")
                .ok();
        assertThat(june.items()).singleElement().satisfies(entry -> {
            assertThat(entry.at("/kind").stringValue()).isEqualTo("outreach-due");
            assertThat(entry.at("/title").stringValue()).isEqualTo("a: invited");
            assertThat(entry.at("/end").isNull()).isTrue();
        });
        assertThat(desk.get("/fields/creator/calendar?to=2026-06-01T00:00:00Z").items())
                .isEmpty();
        assertThat(desk.get("/fields/creator/promises").ok().items()).isEmpty();
    }

    @Test
    void whoeverIsNotLiveYetCanDecline() {
        for (var way : List.of(
                List.of("declined"),
                List.of("contacted", "declined"),
                List.of("contacted", "negotiating", "declined"),
                List.of("contacted", "negotiating", "sample-sent", "declined"),
                List.of("contacted", "negotiating", "sample-sent", "agreed", "declined"))) {
            // The last one is over: another can begin.
            var id = begin(creator, "").ok().id();
            way.forEach(to -> move(id, to).ok());
        }
        assertThat(listed("?creator=" + creator + "&state=declined")).hasSize(5);
    }

    @Test
    void aCreatorHasOneOpenOutreachHoweverManyClientsBegin() {
        var answers = Desk.atOnce(6, turn -> begin(creator, ""));
        assertThat(answers.stream().map(Answer::status)).containsOnlyOnce(201);
        var open = listed("").get(0);
        answers.stream().filter(answer -> answer.status() != 201).forEach(answer -> {
            assertProblem(answer, 409, "outreach.open");
            assertThat(answer.at("/outreach")).isEqualTo(open);
        });
        begin(creator("other"), "").ok();
        var moved = Desk.atOnce(4, turn -> move(open, "contacted"));
        assertThat(moved.stream().map(Answer::status)).containsOnlyOnce(200);
    }

    @Test
    void whatIsNoOutreachIsRefusedByName() {
        assertProblem(desk.post("/outreaches", "{}"), 400, "member.missing");
        assertProblem(begin("x", ""), 404, "creator.unknown");
        assertProblem(begin("0".repeat(26), ""), 404, "creator.unknown");
        assertProblem(begin(creator, ", 'due': {'settled': '%s'}".formatted(FAR)), 400, "member.unknown");
        assertProblem(begin(creator, ", 'due': {'invited': 'tomorrow'}"), 400, "due.invalid");
        assertProblem(begin(creator, ", 'owner': ''"), 400, "owner.invalid");
        assertProblem(begin(creator, ", 'state': 'agreed'"), 400, "member.unknown");
        var other = Desk.fresh();
        assertProblem(
                other.post("/outreaches", Desk.json("{'creator': '%s'}".formatted(creator))), 404, "creator.unknown");
        desk.move("/creators/" + creator, "blocked").ok();
        assertProblem(begin(creator, ""), 409, "creator.blocked");
        assertThat(listed("")).isEmpty();
        assertProblem(desk.get("/outreaches?overdue=false"), 400, "overdue.invalid");
        assertProblem(desk.get("/outreaches?asOf=" + FAR), 400, "asOf.invalid");
        assertThat(desk.as("content").post("/outreaches", "{}").status()).isEqualTo(403);
    }

    @Test
    void whatIsOverdueIsJudgedByTheStateItIsIn() {
        var late = begin(creator, ", 'owner': '阿丽', 'due': {'invited': '2020-01-01T00:00:00Z'}")
                .ok()
                .id();
        var soon = begin(creator("b"), ", 'due': {'invited': '%s', 'agreed': '2020-01-01T00:00:00Z'}".formatted(FAR))
                .ok()
                .id();
        var never = begin(creator("c"), "").ok().id();
        assertThat(listed("")).containsExactlyInAnyOrder(never, soon, late);
        assertThat(listed("?overdue=true")).containsExactly(late);
        assertThat(listed("?overdue=true&asOf=2019-12-31T00:00:00Z")).isEmpty();
        assertThat(listed("?overdue=true&asOf=2999-01-01T00:00:00.001Z")).containsExactlyInAnyOrder(soon, late);
        assertThat(listed("?owner=%E9%98%BF%E4%B8%BD")).containsExactly(late);
        move(late, "contacted").ok();
        assertThat(listed("?overdue=true")).isEmpty();
        assertThat(listed("?state=contacted")).containsExactly(late);
        var etag = desk.get("/outreaches/" + late).header("ETag");
        var plan = "{\"due\":{\"contacted\":\"2020-01-01T00:00:00Z\"}}";
        desk.put("/outreaches/" + late, plan, "If-Match", etag).ok();
        assertProblem(desk.put("/outreaches/" + late, plan, "If-Match", etag), 412, "revision.mismatch");
        assertThat(listed("?overdue=true")).containsExactly(late);
        move(late, "declined").ok();
        assertThat(listed("?overdue=true")).isEmpty();
    }
}
