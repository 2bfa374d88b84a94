package io.factmatrix.campaign;

import static io.factmatrix.ledger.testing.Answer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.testing.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Campaigns over HTTP, from the draft to the report. */
class CampaignsTest {

    private static final String PHASES = """
            , 'phases': [{'phase': 'testing', 'start': '2026-05-20T00:00:00+08:00', 'end': '2026-05-25T00:00:00+08:00'},
                {'phase': 'burst', 'start': '2026-06-01T00:00:00+08:00', 'end': '2026-06-19T00:00:00+08:00'},
                {'phase': 'continuation', 'start': '2126-06-19T00:00:00+08:00', 'end': '2126-06-21T00:00:00+08:00'}]\
            """;

    private final Desk desk = Desk.fresh();

    private static String campaign(String more) {
        return Desk.json("{'kind': 'platform-promotion', 'name': '618 大促'" + more + "}");
    }

    private Answer draft(String more) {
        return desk.post("/campaigns", campaign(more));
    }

    private Answer move(String campaign, String... states) {
        Answer moved = desk.get("/campaigns/" + campaign);
        for (var state : states) {
            moved = desk.move("/campaigns/" + campaign, state).ok();
        }
        return moved;
    }

    @Test
    void aCampaignIsShownAsItWasPlanned() {
        var whole = PHASES
                + ", 'goals': {'gmv': {'amount': '2000000', 'currency': 'CNY'}, 'newBuyers': 5000}"
                + ", 'budgets': [{'category': 'ads', 'amount': {'amount': '300000.5', 'currency': 'CNY'}}]"
                + ", 'scope': {'products': ['serum'], 'touchpoints': [{'field': 'kol', 'touchpoint': 'night-1', 'note': '主场'},"
                + " {'field': 'creator', 'touchpoint': 'night-1'}], 'shops': ['main']}"
                + ", 'pages': [{'touchpoint': '618-main'}]";
        var drafted = draft(whole).ok();
        assertThat(drafted.status()).isEqualTo(201);
        assertThat(drafted.header("Location"))
                .isEqualTo("/v1/merchants/" + desk.merchant() + "/campaigns/" + drafted.id());
        assertThat(drafted.json().propertyNames())
                .containsExactly(
                        "id",
                        "kind",
                        "name",
                        "phases",
                        "goals",
                        "budgets",
                        "scope",
                        "pages",
                        "state",
                        "createdAt",
                        "changedAt");
        assertThat(drafted.at("/phases/0/start")).isEqualTo("2026-05-19T16:00:00Z");
        assertThat(drafted.json().get("goals").toString())
                .isEqualTo(
                        "{\"gmv\":{\"amount\":\"2000000.00\",\"currency\":\"CNY\"},\"newBuyers\":5000,\"orders\":null}");
        assertThat(drafted.at("/budgets/0/amount/amount")).isEqualTo("300000.50");
        assertThat(drafted.json().at("/scope/touchpoints/1").toString())
                .isEqualTo("{\"field\":\"creator\",\"touchpoint\":\"night-1\",\"note\":null}");
        assertThat(drafted.at("/pages/0/shop")).isEqualTo("main");
        assertThat(drafted.at("/state")).isEqualTo("draft");
        var found = desk.get("/campaigns/" + drafted.id());
        assertThat(found.text()).isEqualTo(drafted.text());
        assertThat(found.header("ETag")).isEqualTo("\"1\"");
        // What was shown can be sent again, and changes nothing.
        assertThat(desk.put("/campaigns/" + drafted.id(), campaign(whole), "If-Match", "\"1\"")
                        .text())
                .isEqualTo(drafted.text());
        assertProblem(
                desk.put("/campaigns/" + drafted.id(), campaign(""), "If-Match", "\"2\""), 412, "revision.mismatch");
        assertThat(desk.put("/campaigns/" + drafted.id(), campaign(""), "If-Match", "\"1\"")
                        .ok()
                        .header("ETag"))
                .isEqualTo("\"2\"");
    }

    @Test
    void campaignsAreListedByKindStateAndTime() {
        var first = draft(PHASES).id();
        var second = draft("").id();
        desk.post("/campaigns", campaign("").replace("platform-promotion", "marketing-ip"))
                .ok();
        move(first, "scheduled");
        assertThat(ids("?kind=platform-promotion")).containsExactly(second, first);
        assertThat(ids("?state=scheduled")).containsExactly(first);
        assertThat(ids("?from=2026-06-01T00:00:00Z&to=2026-06-02T00:00:00Z")).containsExactly(first);
        assertThat(ids("?to=2026-05-19T16:00:00Z")).isEmpty();
        assertThat(ids("?limit=1")).hasSize(1);
        assertProblem(desk.get("/campaigns?kind=x"), 400, "kind.invalid");
        assertThat(new Desk(Desk.freshMerchant(), "ads").get("/campaigns").items())
                .isEmpty();
    }

    private List<String> ids(String filter) {
        return desk.get("/campaigns" + filter).items().stream()
                .map(item -> item.get("id").stringValue())
                .toList();
    }

    @Test
    void aCampaignGoesItsWayAndNoOther() {
        var empty = draft("").id();
        assertProblem(desk.move("/campaigns/" + empty, "scheduled"), 409, "campaign.incomplete");
        assertProblem(desk.move("/campaigns/" + empty, "running"), 409, "transition.refused");
        move(empty, "cancelled");
        assertProblem(desk.put("/campaigns/" + empty, campaign(PHASES)), 409, "campaign.over");
        var campaign = draft(PHASES).id();
        move(campaign, "scheduled", "draft", "scheduled");
        assertProblem(desk.put("/campaigns/" + campaign, campaign("")), 409, "campaign.incomplete");
        move(campaign, "running");
        var refused = desk.move("/campaigns/" + campaign, "cancelled");
        assertProblem(refused, 409, "transition.refused");
        assertThat(refused.json().get("allowed").toString()).isEqualTo("[\"ended\"]");
        move(campaign, "ended", "reported");
        assertProblem(desk.put("/campaigns/" + campaign, campaign("")), 409, "campaign.over");
        assertThat(desk.trail().stream().map(entry -> entry.get("action").stringValue()))
                .startsWith("moved", "moved", "moved", "moved", "moved", "moved", "created");
    }

    @Test
    void whatHappenedIsNotToldOtherwise() {
        var budgets = ", 'budgets': [{'category': 'ads', 'amount': {'amount': '1', 'currency': 'CNY'}}]";
        var pages = ", 'pages': [{'touchpoint': 'p1'}]";
        var campaign = draft(PHASES + budgets + pages).ok().id();
        move(campaign, "scheduled", "running");
        var path = "/campaigns/" + campaign;
        var begun = List.of(
                campaign(PHASES + budgets),
                campaign(PHASES + budgets + pages).replace("platform-promotion", "industry-event"),
                campaign(PHASES.replace("05-20", "05-21") + budgets + pages),
                campaign(PHASES.replace("05-25", "05-26") + budgets + pages),
                campaign(PHASES.replace("'testing'", "'accumulation'") + budgets + pages),
                // What is ahead cannot be moved into the past.
                campaign(PHASES.replace("2126-06-19", "2026-06-19") + budgets + pages));
        begun.forEach(body -> assertProblem(desk.put(path, body), 409, "campaign.begun"));
        var later = PHASES.replace("2126-06-21", "2126-06-22");
        var more = ", 'pages': [{'touchpoint': 'p2', 'shop': 'cn'}, {'touchpoint': 'p1'}]";
        desk.put(path, campaign(later + budgets.replace("'1'", "'2'") + more)).ok();
        move(campaign, "ended");
        assertProblem(desk.put(path, campaign(later + budgets + more)), 409, "campaign.begun");
        assertProblem(desk.put(path, campaign(PHASES + budgets.replace("'1'", "'2'") + more)), 409, "campaign.begun");
        desk.put(path, campaign(later + budgets.replace("'1'", "'2'") + more + ", 'scope': {'products': ['a']}"))
                .ok();
    }

    @Test
    void aPageIsOneCampaigns() {
        var page = ", 'pages': [{'touchpoint': 'p1'}, {'touchpoint': 'p2'}]";
        var first = draft(page).ok().id();
        assertProblem(draft(page), 409, "touchpoint.taken");
        draft(", 'pages': [{'touchpoint': 'p1', 'shop': 'cn'}]").ok();
        var other = draft("").id();
        assertProblem(desk.put("/campaigns/" + other, campaign(page)), 409, "touchpoint.taken");
        // Nobody else's, and free again when it was given up.
        desk.put("/campaigns/" + first, campaign(", 'pages': [{'touchpoint': 'p2'}]"))
                .ok();
        desk.put("/campaigns/" + other, campaign(", 'pages': [{'touchpoint': 'p1'}]"))
                .ok();
        move(first, "cancelled");
        draft(", 'pages': [{'touchpoint': 'p2'}]").ok();
        new Desk(Desk.freshMerchant(), "ads").post("/campaigns", campaign(page)).ok();
    }

    @Test
    void ofManyClientsAtOnceOneTakesThePage() {
        var answers = Desk.atOnce(
                8,
                turn -> draft(
                        turn % 2 == 0
                                ? ", 'pages': [{'touchpoint': 'p1'}, {'touchpoint': 'p2'}]"
                                : ", 'pages': [{'touchpoint': 'p2'}, {'touchpoint': 'p1'}]"));
        assertThat(answers.stream().map(Answer::status)).containsOnlyOnce(201);
        assertThat(answers.stream().map(Answer::status).filter(status -> status == 409))
                .hasSize(7);
        var draft = draft("").id();
        var changed = Desk.atOnce(
                4,
                turn -> desk.put(
                        "/campaigns/" + draft,
                        campaign(PHASES.replace("05-25", "05-2" + (turn + 5))),
                        "If-Match",
                        "\"1\""));
        assertThat(changed.stream().map(Answer::status)).containsOnlyOnce(200);
    }

    @Test
    void whatIsNoCampaignIsRefusedByName() {
        var burst = "{'phase': 'burst', 'start': '2026-06-01T00:00:00Z', 'end': '2026-06-02T00:00:00Z'}";
        for (var wrong : List.of(
                ", 'x': 1|member.unknown",
                ", 'goals': {'x': 1}|member.unknown",
                ", 'goals': {'orders': 0}|goals.invalid",
                ", 'goals': {'gmv': {'amount': '0.001', 'currency': 'CNY'}}|goals.invalid",
                ", 'budgets': [{'category': 'ads'}]|member.missing",
                ", 'budgets': [{'category': 'ads', 'amount': {'amount': '1', 'currency': 'CNY'}}, {'category': 'ads', 'amount': {'amount': '1', 'currency': 'CNY'}}]|budgets.invalid",
                ", 'budgets': [{'category': 'ads', 'amount': {'amount': '1', 'currency': 'CNY'}}, {'category': 'staff', 'amount': {'amount': '1', 'currency': 'USD'}}]|budgets.invalid",
                ", 'goals': {'gmv': {'amount': '1', 'currency': 'USD'}}, 'budgets': [{'category': 'ads', 'amount': {'amount': '1', 'currency': 'CNY'}}]|budgets.invalid",
                ", 'phases': [{'phase': 'burst', 'start': '2026-06-01T00:00:00Z', 'end': '2026-06-01T00:00:00Z'}]|phases.invalid",
                ", 'phases': [{'phase': 'party', 'start': '2026-06-01T00:00:00Z', 'end': '2026-06-02T00:00:00Z'}]|phases.invalid",
                ", 'phases': [" + burst + ", " + burst + "]|phases.invalid",
                ", 'phases': [" + burst + ", " + burst.replace("burst", "testing") + "]|phases.invalid",
                ", 'phases': [" + burst + ", " + burst.replace("burst", "continuation") + "]|phases.invalid",
                ", 'scope': {'touchpoints': [{'field': 'campaign', 'touchpoint': 'a'}]}|scope.invalid",
                ", 'scope': {'touchpoints': [{'field': 'kol', 'touchpoint': 'a'}, {'field': 'kol', 'touchpoint': 'a', 'note': 'b'}]}|scope.invalid",
                ", 'scope': {'products': ['a', 'a']}|scope.invalid",
                ", 'pages': [{'touchpoint': '页'}]|pages.invalid",
                ", 'pages': [{'touchpoint': 'a'}, {'touchpoint': 'a', 'shop': 'main'}]|pages.invalid")) {
            var parts = wrong.split("\\|", 2);
            assertProblem(draft(parts[0]), 400, parts[1]);
        }
        assertProblem(desk.post("/campaigns", Desk.json("{'kind': 'sale', 'name': 'a'}")), 400, "kind.invalid");
        assertProblem(desk.get("/campaigns/x"), 404, "campaign.unknown");
        assertProblem(desk.get("/campaigns/00000000000000000000000000"), 404, "campaign.unknown");
    }

    @Test
    void adsPlansAndGoodsReadsAndNobodySeesAnothersCampaign() {
        var campaign = draft("").id();
        var goods = new Desk(desk.merchant(), "goods");
        goods.get("/campaigns/" + campaign).ok();
        assertProblem(goods.post("/campaigns", campaign("")), 403, "role.missing");
        var others = new Desk(Desk.freshMerchant(), "ads");
        assertProblem(others.get("/campaigns/" + campaign), 404, "campaign.unknown");
        assertProblem(others.put("/campaigns/" + campaign, campaign("")), 404, "campaign.unknown");
        assertProblem(others.move("/campaigns/" + campaign, "cancelled"), 404, "campaign.unknown");
    }
}
