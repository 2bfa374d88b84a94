package io.factmatrix.creator;

import static io.factmatrix.ledger.testing.Answer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.testing.Answer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What creators are offered, and who takes part, over HTTP. */
class CollaborationsTest {

    private static final String FAR = "2999-01-01T00:00:00Z";
    private static final String WINDOW = "'window': {'start': '2026-01-01T00:00:00Z', 'end': '%s'}".formatted(FAR);
    private static final String TEN = "{'from': '2026-01-01T00:00:00Z', 'tiers': [{'rate': 0.1}]}";

    private final Desk desk = Desk.fresh("creators");

    private String creator(String handle) {
        return desk.creator(handle);
    }

    private static String terms(String more) {
        return Desk.json("{'name': '618', 'kind': 'open', %s, 'rates': [%s]%s}".formatted(WINDOW, TEN, more));
    }

    private static String targeted(List<String> creators) {
        return Desk.json("{'name': '618', 'kind': 'targeted', %s, 'rates': [%s], 'creators': ['%s']}"
                .formatted(WINDOW, TEN, String.join("', '", creators)));
    }

    private String drafted(String terms) {
        return desk.post("/collaborations", terms).ok().id();
    }

    private String active(String terms) {
        var id = drafted(terms);
        move(id, "active").ok();
        return id;
    }

    private Answer move(String collaboration, String to) {
        return desk.move("/collaborations/" + collaboration, to);
    }

    private Answer change(String collaboration, String terms) {
        return desk.put("/collaborations/" + collaboration, terms);
    }

    private Answer join(String collaboration, String creator, String more) {
        return desk.post(
                "/participations",
                Desk.json("{'collaboration': '%s', 'creator': '%s'%s}".formatted(collaboration, creator, more)));
    }

    @Test
    void theCalendarTellsWhenItGoesOnAndWhatIsWaitedFor() {
        var collaboration = drafted(terms(""));
        var part = join(
                        collaboration,
                        creator("due"),
                        ", 'sample': {'shipped': '2026-03-01T00:00:00Z', 'due': '2026-03-05T00:00:00Z'}, 'contentDue': '2026-03-09T00:00:00Z'")
                .ok()
                .id();
        assertThat(planned("from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z"))
                .containsExactly(
                        "collaboration %s true".formatted(collaboration),
                        "sample-due %s false".formatted(part),
                        "content-due %s false".formatted(part));
        move(collaboration, "active").ok();
        assertThat(planned("from=2026-03-10T00:00:00Z&to=2026-04-01T00:00:00Z"))
                .containsExactly("collaboration %s false".formatted(collaboration));
        assertThat(planned("to=2026-01-01T00:00:00Z")).isEmpty();
    }

    private List<String> planned(String span) {
        return desk.get("/fields/creator/calendar?" + span).ok().items().stream()
                .map(entry -> "%s %s %s"
                        .formatted(
                                entry.get("kind").stringValue(),
                                entry.get("id").stringValue(),
                                entry.get("tentative").booleanValue()))
                .toList();
    }

    private List<String> listed(String query) {
        return desk.get(query).ok().items().stream()
                .map(item -> item.get("id").stringValue())
                .toList();
    }

    @Test
    void aCollaborationIsShownAsItWasSaid() {
        var made = desk.post(
                        "/collaborations",
                        terms(", 'products': ['serum'], 'fee': {'amount': '500.00', 'currency': 'CNY'}"))
                .ok();
        assertThat(made.json().propertyNames())
                .containsExactly(
                        "id",
                        "name",
                        "kind",
                        "creators",
                        "products",
                        "window",
                        "currency",
                        "zone",
                        "fee",
                        "rates",
                        "state",
                        "createdAt",
                        "changedAt");
        assertThat(made.json().get("rates").toString())
                .isEqualTo(Desk.json("[{'from':'2026-01-01T00:00:00Z','tiers':"
                        + "[{'above':{'amount':'0.00','currency':'CNY'},'rate':0.1}]}]"));
        assertThat(made.at("/state")).isEqualTo("draft");
        assertThat(desk.get("/collaborations/" + made.id()).text()).isEqualTo(made.text());
        assertThat(listed("/collaborations?kind=open&state=draft")).containsExactly(made.id());
        assertThat(listed("/collaborations?kind=targeted")).isEmpty();
        assertThat(desk.as("operator").trail().get(0).get("resource").stringValue())
                .isEqualTo("collaboration");
    }

    @Test
    void aCollaborationGoesItsWayAndNoOther() {
        var id = drafted(terms(""));
        assertThat(move(id, "ended").json().get("allowed").toString()).isEqualTo("[\"active\",\"cancelled\"]");
        move(id, "active").ok();
        assertThat(move(id, "cancelled").json().get("allowed").toString()).isEqualTo("[\"ended\"]");
        var ended = move(id, "ended").ok();
        assertThat(ended.at("/window/end")).as("it ends now").isEqualTo(ended.at("/changedAt"));
        assertProblem(change(id, terms(", 'products': ['x']")), 409, "collaboration.over");
        assertProblem(join(id, creator("late"), ""), 409, "collaboration.over");
        var ahead = active(terms("").replace("2026-01-01", "2998-01-01"));
        var never = move(ahead, "ended").ok();
        assertThat(never.at("/window/end")).isEqualTo(never.at("/window/start"));
        desk.get("/collaborations/" + ahead).ok();
    }

    @Test
    void whatIsNoCollaborationIsRefusedByName() {
        assertProblem(desk.post("/collaborations", terms(", 'creators': ['x']")), 400, "creators.invalid");
        assertProblem(desk.post("/collaborations", targeted(List.of("x"))), 400, "creators.invalid");
        assertProblem(desk.post("/collaborations", targeted(List.of("0".repeat(26)))), 404, "creator.unknown");
        assertProblem(desk.post("/collaborations", terms("").replace("0.1", "0.009")), 400, "rates.invalid");
        assertProblem(desk.post("/collaborations", terms("").replace("0.1", "0.81")), 400, "rates.invalid");
        assertProblem(
                desk.post("/collaborations", terms("").replace(FAR, "2025-01-01T00:00:00Z")), 400, "window.invalid");
        assertProblem(desk.post("/collaborations", terms(", 'currency': 'XXX'")), 400, "currency.invalid");
        assertProblem(
                desk.post("/collaborations", terms(", 'fee': {'amount': '5', 'currency': 'JPY'}")), 400, "fee.invalid");
        assertProblem(desk.post("/collaborations", terms(", 'state': 'active'")), 400, "member.unknown");
        for (var rates : List.of(
                "",
                "{'from': '2026-01-01T00:00:00.001Z', 'tiers': [{'rate': 0.1}]}",
                "{'from': '2026-01-01T00:00:00Z', 'tiers': []}",
                TEN + "," + TEN,
                TEN.replace("}]", "}, {'rate': 0.2}]"),
                TEN.replace("'rate'", "'above': {'amount': '1.00', 'currency': 'CNY'}, 'rate'"),
                TEN.replace("'rate'", "'above': {'amount': '0', 'currency': 'JPY'}, 'rate'"))) {
            assertProblem(
                    desk.post("/collaborations", terms("").replace(Desk.json(TEN), Desk.json(rates))),
                    400,
                    "rates.invalid");
        }
        var many = IntStream.range(0, 51)
                .mapToObj(number -> "%026d".formatted(number))
                .toList();
        assertProblem(desk.post("/collaborations", targeted(many)), 400, "creators.invalid");
        assertThat(listed("/collaborations")).isEmpty();
    }

    @Test
    void whatWasInForceStaysAndWhatIsToComeMayChange() {
        var id = active(terms(""));
        var future = "{'from': '2998-01-01T00:00:00Z', 'tiers': [{'rate': 0.2}]}";
        change(id, terms("").replace(Desk.json(TEN), Desk.json(TEN + "," + future)))
                .ok();
        change(id, terms("").replace(Desk.json(TEN), Desk.json(TEN + "," + future.replace("0.2", "0.3"))))
                .ok();
        var raised = change(id, terms("").replace("0.1", "0.15"));
        assertProblem(raised, 409, "rates.in_force");
        assertThat(raised.at("/from")).isEqualTo("2026-01-01T00:00:00Z");
        assertProblem(
                change(
                        id,
                        terms("")
                                .replace(
                                        Desk.json(TEN),
                                        Desk.json(TEN + ","
                                                + future.replace("2998", "2026").replace("01-01", "02-01")))),
                409,
                "rates.in_force");
        for (var fixed :
                List.of(", 'products': ['x']", ", 'zone': 'UTC'", ", 'fee': {'amount': '1.00', 'currency': 'CNY'}")) {
            assertProblem(change(id, terms(fixed)), 409, "collaboration.binding");
        }
        var start = change(
                id, terms("").replace("'start'", "").replace("{\"start\": \"2026-01-01", "{\"start\": \"2026-01-02"));
        assertProblem(start, 409, "collaboration.binding");
        assertThat(start.at("/member")).isEqualTo("window.start");
        assertProblem(change(id, terms("").replace(FAR, "2026-02-01T00:00:00Z")), 409, "collaboration.binding");
        change(id, terms("").replace(FAR, "2990-01-01T00:00:00Z")).ok();
        var over = active(terms("").replace(FAR, "2026-02-01T00:00:00Z"));
        assertProblem(change(over, terms("")), 409, "collaboration.binding");
        var draft = drafted(terms(""));
        change(draft, terms(", 'products': ['x']").replace("0.1", "0.5")).ok();
    }

    @Test
    void onlyThoseWhoAreNamedTakePartInATargetedOne() {
        var named = creator("named");
        var other = creator("other");
        var id = active(targeted(List.of(named)));
        assertProblem(join(id, other, ""), 409, "creator.unnamed");
        join(id, named, "").ok();
        assertProblem(change(id, targeted(List.of(other))), 409, "creator.unnamed");
        change(id, targeted(List.of(named, other))).ok();
        join(id, other, "").ok();
        assertThat(listed("/participations?collaboration=" + id)).hasSize(2);
        assertThat(listed("/participations?creator=" + other)).hasSize(1);
        desk.move("/creators/" + other, "blocked").ok();
        assertProblem(join(active(terms("")), other, ""), 409, "creator.blocked");
    }

    @Test
    void aCreatorTakesPartOnceHoweverManyClientsAsk() {
        var id = active(terms(""));
        var creator = creator("once");
        var answers = Desk.atOnce(6, turn -> join(id, creator, ""));
        assertThat(answers.stream().map(Answer::status)).containsOnlyOnce(201);
        var one = listed("/participations").get(0);
        answers.stream().filter(answer -> answer.status() != 201).forEach(answer -> {
            assertProblem(answer, 409, "participation.exists");
            assertThat(answer.at("/participation")).isEqualTo(one);
        });
        assertProblem(join("x", creator, ""), 404, "collaboration.unknown");
        assertProblem(join(id, "0".repeat(26), ""), 404, "creator.unknown");
        assertProblem(Desk.fresh().get("/participations/" + one), 404, "participation.unknown");
        assertThat(desk.as("content").get("/participations/" + one).status()).isEqualTo(200);
        assertThat(desk.as("content").post("/participations", "{}").status()).isEqualTo(403);
        assertThat(desk.as("goods").get("/collaborations/" + id).status()).isEqualTo(403);
    }

    @Test
    void aTouchpointIsTheContentOfOneParticipation() {
        var id = active(terms(""));
        var creators = List.of(creator("a"), creator("b"), creator("c"), creator("d"));
        var answers = Desk.atOnce(
                4, turn -> join(id, creators.get(turn), ", 'touchpoints': ['video-1', 'own-%d']".formatted(turn)));
        assertThat(answers.stream().map(Answer::status)).containsOnlyOnce(201);
        var one = answers.stream()
                .filter(answer -> answer.status() == 201)
                .findFirst()
                .orElseThrow();
        assertThat(one.at("/contentLinkedAt")).isEqualTo(one.at("/createdAt"));
        answers.stream().filter(answer -> answer.status() != 201).forEach(answer -> {
            assertProblem(answer, 409, "touchpoint.linked");
            assertThat(answer.at("/participation")).isEqualTo(one.id());
        });
        assertThat(listed("/participations"))
                .as("nothing is kept of what was refused")
                .containsExactly(one.id());
        desk.put("/participations/" + one.id(), "{}").ok();
        var freed = creators.stream()
                .filter(creator -> !creator.equals(one.at("/creator")))
                .findFirst()
                .orElseThrow();
        join(id, freed, ", 'touchpoints': ['video-1']").ok();
        assertThat(desk.get("/participations/" + one.id()).at("/contentLinkedAt"))
                .as("the fee is owed")
                .isEqualTo(one.at("/contentLinkedAt"));
    }

    @Test
    void whatIsOverdueIsWhatHasNotCome() {
        var id = active(terms(""));
        var past = "'2026-01-01T00:00:00Z'";
        var late = join(
                        id,
                        creator("late"),
                        ", 'sample': {'shipped': %s, 'due': %s}, 'contentDue': %s".formatted(past, past, past))
                .ok()
                .id();
        var soon = join(id, creator("soon"), ", 'sample': {'due': '%s'}".formatted(FAR))
                .ok()
                .id();
        assertThat(listed("/participations?overdue=sample")).containsExactly(late);
        assertThat(listed("/participations?overdue=content")).containsExactly(late);
        assertThat(listed("/participations?overdue=sample&asOf=" + "2025-12-31T00:00:00Z"))
                .isEmpty();
        assertThat(listed("/participations?overdue=sample&asOf=2999-01-01T00:00:00.001Z"))
                .containsExactlyInAnyOrder(late, soon);
        desk.put(
                        "/participations/" + late,
                        Desk.json("{'sample': {'shipped': %s, 'received': %s, 'due': %s}, 'contentDue': %s}"
                                .formatted(past, past, past, past)))
                .ok();
        assertThat(listed("/participations?overdue=sample")).isEmpty();
        assertThat(listed("/participations?overdue=content")).containsExactly(late);
        desk.put("/participations/" + late, Desk.json("{'contentDue': %s, 'touchpoints': ['v']}".formatted(past)))
                .ok();
        assertThat(listed("/participations?overdue=content")).isEmpty();
        assertProblem(desk.get("/participations?overdue=true"), 400, "overdue.invalid");
        assertProblem(desk.get("/participations?asOf=" + FAR), 400, "asOf.invalid");
        assertProblem(join(id, creator("x"), ", 'sample': {'received': %s}".formatted(past)), 400, "sample.invalid");
    }
}
