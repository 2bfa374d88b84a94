package io.factmatrix.creator;

import static io.factmatrix.ledger.testing.Answer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.testing.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The directory over HTTP. */
class CreatorsTest {

    private static final String NDJSON = "application/x-ndjson";

    private final Desk desk = Desk.fresh("creators");

    private static String creator(String handle, String more) {
        return Desk.json(
                "{'name': '小美', 'platform': 'douyin', 'handle': '%s', 'tier': 'mid'%s}".formatted(handle, more));
    }

    private Answer add(String handle, String more) {
        return desk.post("/creators", creator(handle, more));
    }

    private Answer send(List<String> lines, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Content-Type", NDJSON));
        return desk.post("/creators/imports", String.join("\n", lines), all.toArray(String[]::new));
    }

    private static List<String> outcomes(Answer answer) {
        return answer.json()
                .get("lines")
                .valueStream()
                .map(line -> line.get("outcome").stringValue())
                .toList();
    }

    @Test
    void whatIsKnownIsAValueOrAnIntervalAndWhatIsNotIsNull() {
        var added = add("mei", """
                , 'categories': ['护肤', '彩妆'], 'prices': {'live': {'amount': '20000.00', 'currency': 'CNY'}},
                'audience': {'followers': 345000, 'gender': [{'group': 'female', 'share': 0.810}]},
                'past': {'gpm': {'basis': 'view', 'value': '12.3'}, 'returnRate': {'lower': '0.10', 'upper': '0.2'},
                    'averageViews': {'value': '0'}}""").ok();
        assertThat(added.json().propertyNames())
                .containsExactly(
                        "id",
                        "name",
                        "platform",
                        "handle",
                        "tier",
                        "categories",
                        "prices",
                        "audience",
                        "past",
                        "state",
                        "createdAt",
                        "changedAt");
        assertThat(added.json().get("past").toString()).isEqualTo(Desk.json("""
                {'currency':'CNY','gpm':{'basis':'view','value':'12.30'},'averageViews':{'value':'0.00'},\
                'averageGmvPerLive':null,'returnRate':{'lower':'0.100000','upper':'0.200000'}}"""));
        assertThat(added.json().get("prices").toString())
                .isEqualTo(Desk.json("{'live':{'amount':'20000.00','currency':'CNY'},'video':null}"));
        assertThat(added.json().get("audience").toString())
                .isEqualTo(Desk.json(
                        "{'followers':345000,'gender':[{'group':'female','share':0.81}],'age':[],'region':[]}"));
        assertThat(desk.get("/creators/" + added.id()).text()).isEqualTo(added.text());
        var bare = add("bare", "").ok();
        assertThat(bare.at("/state")).isEqualTo("active");
        assertThat(bare.json().at("/audience/followers").isNull()).isTrue();
        assertThat(bare.json().at("/past/gpm").isNull()).isTrue();
        assertThat(desk.get("/creators/" + bare.id()).text()).isEqualTo(bare.text());
        // The same again is no change.
        var again = desk.put("/creators/" + bare.id(), creator("bare", "")).ok();
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
        assertThat(desk.as("operator").get("/audit-trail?field=creator").items())
                .hasSize(2);
    }

    @Test
    void whatIsNoCreatorIsRefusedByName() {
        for (var wrong : List.of(
                ", 'tier': 'mid'|member.duplicate|tier",
                ", 'state': 'active'|member.unknown|state",
                ", 'categories': ['a', 'a']|categories.invalid|categories[1]: a",
                ", 'prices': {'audio': 1}|member.unknown|prices.audio",
                ", 'prices': {'live': {'amount': '1.001', 'currency': 'CNY'}}|prices.invalid|1.001",
                ", 'audience': {'followers': -1}|audience.invalid|audience.followers: -1",
                ", 'audience': {'age': [{'group': 'a', 'share': 0.6}, {'group': 'b', 'share': 0.5}]}|audience.invalid|1.1",
                ", 'audience': {'age': [{'group': 'a', 'share': 0.1}, {'group': 'a', 'share': 0.5}]}|audience.invalid|each group once",
                ", 'past': {'currency': 'XXX'}|past.invalid|past.currency: XXX",
                ", 'past': {'gpm': {'value': '1.00'}}|member.missing|past.gpm.basis",
                ", 'past': {'gpm': {'basis': 'view', 'value': 1}}|past.invalid|past.gpm.value: 1",
                ", 'past': {'gpm': {'basis': 'view', 'value': '-1'}}|past.invalid|past.gpm.value: -1",
                ", 'past': {'gpm': {'basis': 'view', 'value': '1.001'}}|past.invalid|at most 2 decimals",
                ", 'past': {'averageViews': {'value': '1', 'lower': '1', 'upper': '2'}}|member.unknown|past.averageViews.value",
                ", 'past': {'averageViews': {'lower': '1'}}|member.missing|past.averageViews.upper",
                ", 'past': {'averageViews': {}}|member.missing|past.averageViews.value",
                ", 'past': {'averageViews': null}|past.invalid|null",
                ", 'past': {'averageGmvPerLive': {'lower': '2', 'upper': '1'}}|past.invalid|past.averageGmvPerLive.upper: 1",
                ", 'past': {'returnRate': {'value': '1.1'}}|past.invalid|past.returnRate.value: 1.1")) {
            var parts = wrong.split("\\|", 3);
            var answer = add("a", parts[0]);
            assertProblem(answer, 400, parts[1]);
            assertThat(answer.at("/detail")).contains(parts[2]);
        }
        assertProblem(desk.post("/creators", creator("a", "").replace("mid", "big")), 400, "tier.invalid");
        assertProblem(desk.post("/creators", creator("", "")), 400, "handle.invalid");
        assertProblem(desk.get("/creators/x"), 404, "creator.unknown");
        assertThat(desk.get("/creators").items()).isEmpty();
    }

    @Test
    void anAccountBelongsToOneCreatorOfAMerchant() {
        var first = add("mei", "").ok().id();
        var taken = add("mei", "");
        assertProblem(taken, 409, "handle.taken");
        assertThat(taken.at("/creator")).isEqualTo(first);
        var abroad = desk.post("/creators", creator("mei", "").replace("douyin", "tiktok-shop"))
                .ok()
                .id();
        assertProblem(desk.put("/creators/" + abroad, creator("mei", "")), 409, "handle.taken");
        assertThat(Desk.fresh().post("/creators", creator("mei", "")).status()).isEqualTo(201);
        assertThat(Desk.fresh().get("/creators/" + first).status()).isEqualTo(404);
        var answers =
                Desk.atOnce(6, turn -> turn % 2 == 0 ? add("at-once", "") : send(List.of(creator("at-once", ""))));
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(3);
        assertThat(answers.stream().filter(answer -> answer.status() == 201).count()
                        + answers.stream()
                                .filter(answer -> answer.status() == 200
                                        && outcomes(answer).contains("created"))
                                .count())
                .isOne();
    }

    @Test
    void whoIsBlockedCanComeBack() {
        var id = add("mei", "").ok().id();
        assertThat(desk.move("/creators/" + id, "blocked", "If-Match", "\"1\"")
                        .ok()
                        .at("/state"))
                .isEqualTo("blocked");
        assertProblem(desk.move("/creators/" + id, "active", "If-Match", "\"1\""), 412, "revision.mismatch");
        var refused = desk.move("/creators/" + id, "blocked");
        assertProblem(refused, 409, "transition.refused");
        assertThat(refused.json().get("allowed").toString()).isEqualTo("[\"active\"]");
        desk.move("/creators/" + id, "active").ok();
    }

    @Test
    void creatorsAreListedByTierCategoryPlatformAndState() {
        var first = add("one", ", 'categories': ['护肤']").ok().id();
        var second = add("two", ", 'categories': ['护肤', '彩妆']").ok().id();
        desk.move("/creators/" + first, "blocked").ok();
        var skin = URLEncoder.encode("护肤", StandardCharsets.UTF_8);
        assertThat(ids(desk.get("/creators?category=" + skin))).containsExactlyInAnyOrder(second, first);
        assertThat(ids(desk.get("/creators?category=" + URLEncoder.encode("彩妆", StandardCharsets.UTF_8))))
                .containsExactly(second);
        assertThat(ids(desk.get("/creators?state=blocked&tier=mid&platform=douyin")))
                .containsExactly(first);
        assertThat(desk.get("/creators?tier=head").items()).isEmpty();
        assertThat(desk.get("/creators?platform=tiktok-shop").items()).isEmpty();
        assertProblem(desk.get("/creators?tier=big"), 400, "tier.invalid");
        assertProblem(desk.get("/creators?category="), 400, "category.invalid");
        assertThat(desk.get("/creators?limit=1").json().get("nextCursor").isNull())
                .isFalse();
    }

    private static List<String> ids(Answer page) {
        return page.items().stream().map(item -> item.get("id").stringValue()).toList();
    }

    @Test
    void whoMayOnlyReadWritesNothing() {
        add("mei", "").ok();
        var content = desk.as("content");
        assertThat(content.get("/creators").items()).hasSize(1);
        assertThat(content.post("/creators", creator("a", "")).status()).isEqualTo(403);
        assertThat(content.post("/creators/imports", creator("a", ""), "Content-Type", NDJSON)
                        .status())
                .isEqualTo(403);
        assertThat(desk.as("ads").get("/creators").status()).isEqualTo(403);
    }

    @Test
    void aBadLineNeverStopsAGoodOneAndSendingAgainIsSafe() {
        var known = add("known", "").ok().id();
        var lines = List.of(
                creator("new", ""),
                "",
                "nonsense",
                creator("known", "").replace("mid", "head"),
                creator("worse", ", 'past': {'returnRate': {'value': '2'}}"),
                creator("new", "").replace("mid", "head"),
                creator("new", "").replace("mid", "head"),
                "{\"name\":\"" + "a".repeat(20_000) + "\"}");
        var answer = send(lines).ok();
        assertThat(outcomes(answer))
                .containsExactly("created", "rejected", "changed", "rejected", "changed", "unchanged", "rejected");
        assertThat(answer.json().propertyNames())
                .containsExactly("received", "created", "changed", "unchanged", "rejected", "lines");
        assertThat(answer.at("/received") + answer.at("/created") + answer.at("/changed") + answer.at("/unchanged"))
                .isEqualTo("7121");
        assertThat(answer.at("/lines/1/line")).isEqualTo("3");
        assertThat(answer.at("/lines/1/code")).isEqualTo("json.invalid");
        assertThat(answer.at("/lines/3/code")).isEqualTo("past.invalid");
        assertThat(answer.at("/lines/3/detail")).contains("past.returnRate.value: 2");
        assertThat(answer.at("/lines/6/code")).isEqualTo("line.too_long");
        assertThat(answer.at("/lines/2/creator")).isEqualTo(known);
        assertThat(desk.get("/creators/" + known).at("/tier")).isEqualTo("head");
        assertThat(desk.get("/creators/" + answer.at("/lines/0/creator")).at("/tier"))
                .isEqualTo("head");
        assertThat(outcomes(send(List.of(lines.get(5), lines.get(3))))).containsExactly("unchanged", "unchanged");
        // One entry for each that changed: added, created, changed.
        assertThat(desk.as("operator").trail()).hasSize(3);
        assertThat(desk.get("/creators").items()).hasSize(2);
    }

    @Test
    void anImportIsAnsweredTheSameUnderItsKey() {
        var first = send(List.of(creator("a", "")), "Idempotency-Key", "k").ok();
        assertThat(send(List.of(creator("a", "")), "Idempotency-Key", "k").text())
                .isEqualTo(first.text());
        assertProblem(send(List.of(creator("b", "")), "Idempotency-Key", "k"), 422, "idempotency-key.reused");
        assertProblem(desk.post("/creators/imports", creator("a", "")), 415, "content-type.unsupported");
        assertProblem(
                send(IntStream.rangeClosed(0, 500)
                        .mapToObj(n -> creator("x" + n, ""))
                        .toList()),
                413,
                "lines.too_many");
        assertProblem(send(List.of(" ".repeat(1024 * 1024 + 1))), 413, "body.too_long");
        assertThat(send(List.of("", " ")).ok().at("/received")).isEqualTo("0");
        assertThat(desk.get("/creators").items()).hasSize(1);
    }

    @Test
    void tenThousandCreatorsAreUpsertedByTwentyRequests() {
        var outcomes = IntStream.range(0, 20)
                .mapToObj(part -> send(IntStream.range(part * 500, part * 500 + 500)
                                .mapToObj(n -> creator("c" + n, ", 'audience': {'followers': %d}".formatted(n)))
                                .toList())
                        .ok())
                .map(Answer::json)
                .map(json -> json.get("created"))
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
        assertThat(outcomes).containsExactly("500");
        var all = new HashSet<String>();
        var cursor = "";
        do {
            var page = desk.get("/creators?limit=500" + cursor).ok();
            all.addAll(ids(page));
            cursor = page.json().get("nextCursor").isNull() ? "" : "&cursor=" + page.at("/nextCursor");
        } while (!cursor.isEmpty());
        assertThat(all).hasSize(10_000);
        assertThat(send(IntStream.range(0, 500)
                                .mapToObj(n -> creator(
                                        "c" + n, ", 'audience': {'followers': %d}".formatted(n % 2 == 0 ? n : 7)))
                                .toList())
                        .at("/changed"))
                .isEqualTo("249");
    }
}
