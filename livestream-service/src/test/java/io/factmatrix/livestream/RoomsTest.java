package io.factmatrix.livestream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.testing.TestStore;
import io.factmatrix.ledger.testing.Answer;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Rooms over HTTP, and with them how every resource is written and read. */
class RoomsTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String STUDIO = "{\"name\":\"Studio 1\",\"platform\":\"douyin\"}";
    private static final String OTHER = "{\"name\":\"Studio 2\",\"platform\":\"tiktok-shop\",\"shop\":\"cn\"}";

    @Test
    void whatIsAddedIsReadAndListed() {
        var desk = Desk.fresh();
        var name = "直播间 \"1\"\r\n😀";
        var added = desk.add(JSON.writeValueAsString(
                Map.of("name", name, "shop", "cn", "platform", "tiktok-shop", "platformRoom", "p 1")));
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.header("Location")).isEqualTo("/v1/merchants/" + desk.merchant() + "/rooms/" + added.id());
        assertThat(added.header("ETag")).isEqualTo("\"1\"");
        assertThat(added.header("Content-Type")).isEqualTo("application/json");
        assertThat(added.json().propertyNames())
                .containsExactly("id", "name", "shop", "platform", "platformRoom", "state", "createdAt", "changedAt");
        assertThat(added.at("/name")).isEqualTo(name);
        assertThat(added.at("/state")).isEqualTo("open");
        assertThat(added.at("/createdAt")).isEqualTo(added.at("/changedAt")).endsWith("Z");
        var read = desk.get("/rooms/" + added.id());
        assertThat(read.text()).isEqualTo(added.text());
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(desk.get("/rooms").json().at("/items/0")).isEqualTo(added.json());
        assertThat(desk.get("/rooms/" + added.id(), "If-None-Match", "\"1\"").status())
                .isEqualTo(304);
        assertThat(desk.get("/rooms/" + added.id(), "If-None-Match", "\"2\"").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{}'|member.missing|name: absent",
                "'{\"name\":\"\",\"platform\":\"douyin\"}'|name.invalid|name:  (expected: 1 to 120 characters",
                "'{\"name\":1,\"platform\":\"douyin\"}'|name.invalid|name: 1",
                "'{\"name\":\"a\\u0000\",\"platform\":\"douyin\"}'|name.invalid|name: a",
                "'{\"name\":\"a\\ud800\",\"platform\":\"douyin\"}'|name.invalid|name: a",
                "'{\"name\":\"a\"}'|member.missing|platform: absent",
                "'{\"name\":\"a\",\"platform\":\"weibo\"}'|platform.invalid|one of douyin, tiktok-shop",
                "'{\"name\":\"a\",\"platform\":\"DOUYIN\"}'|platform.invalid|platform: DOUYIN",
                "'{\"name\":\"a\",\"platform\":\"douyin\",\"shop\":\"é\"}'|shop.invalid|shop: é",
                "'{\"name\":\"a\",\"platform\":\"douyin\",\"platformRoom\":\"\"}'|platformRoom.invalid|1 to 64 printable",
                "'{\"name\":\"a\",\"platform\":\"douyin\",\"platformRoom\":null}'|platformRoom.invalid|platformRoom: null",
                "'{\"name\":\"a\",\"platform\":\"douyin\",\"state\":\"open\"}'|member.unknown|state: unknown",
                "'{\"name\":\"a\",\"name\":\"a\",\"platform\":\"douyin\"}'|member.duplicate|name: twice",
                "'{\"name\":\"a\",\"platform\":\"douyin\"}{}'|json.invalid|body: not read as JSON",
                "'[]'|json.invalid|body: not read as JSON",
                "''|json.invalid|body: not read as JSON",
            })
    void whatIsNoRoomIsRefusedByName(String body, String code, String detail) {
        var desk = Desk.fresh();
        var answer = desk.add(body, "Idempotency-Key", "k");
        Answer.assertProblem(answer, 400, code);
        assertThat(answer.at("/detail")).contains(detail);
        // Nothing is kept of it: the key is free.
        assertThat(desk.add(STUDIO, "Idempotency-Key", "k").status()).isEqualTo(201);
    }

    @Test
    void aNameHas120CharactersAtMostHoweverManyBytes() {
        var desk = Desk.fresh();
        assertThat(desk.add(STUDIO.replace("Studio 1", "😀".repeat(120))).status())
                .isEqualTo(201);
        Answer.assertProblem(desk.add(STUDIO.replace("Studio 1", "😀".repeat(121))), 400, "name.invalid");
    }

    @Test
    void whatIsTooLongOrNoJsonIsRefused() {
        var desk = Desk.fresh();
        assertThat(desk.add(STUDIO + " ".repeat(65_536 - STUDIO.length())).status())
                .isEqualTo(201);
        Answer.assertProblem(desk.add(STUDIO + " ".repeat(65_537 - STUDIO.length())), 413, "body.too_long");
        Answer.assertProblem(desk.add(STUDIO, "Content-Type", "text/plain"), 415, "content-type.unsupported");
        Answer.assertProblem(desk.add(STUDIO, "Content-Type", "nonsense"), 415, "content-type.unsupported");
        Answer.assertProblem(desk.add(STUDIO, "Content-Encoding", "gzip"), 415, "content-encoding.unsupported");
        assertThat(desk.add(STUDIO, "Content-Type", "application/json;charset=utf-8")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void nothingIsDoneForWhoCannotBeAnsweredOrAsksForMoreThanThereIs() {
        var desk = Desk.fresh();
        var many = "a/b, ".repeat(100) + "*/*";
        for (var accepted : List.of("text/plain", "application/json;q=0", "a/b/c", "nonsense", many)) {
            Answer.assertProblem(desk.add(STUDIO, "Accept", accepted), 406, "accept.unsupported");
        }
        Answer.assertProblem(desk.send("POST", "/rooms?dryRun=true", STUDIO), 400, "parameter.unknown");
        assertThat(desk.get("/rooms").at("/items/0/id")).isEmpty();
        var room = desk.add(STUDIO, "Accept", "text/html, application/*;q=0.1").id();
        Answer.assertProblem(desk.get("/rooms/" + room + "?full=true"), 400, "parameter.unknown");
    }

    @Test
    void theSameKeyIsAnsweredTheSameToTheByteAndDoneOnce() {
        var desk = Desk.fresh();
        var first = desk.add(STUDIO, "Idempotency-Key", "k 1");
        // What came later does not show in it.
        desk.put(first.id(), OTHER);
        var again = desk.add(STUDIO, "Idempotency-Key", "k 1");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        for (var header : List.of("ETag", "Location", "Content-Type")) {
            assertThat(again.header(header)).isEqualTo(first.header(header)).isNotEmpty();
        }
        assertThat(desk.rooms()).isOne();
        assertThat(desk.trail()).hasSize(2);
    }

    @Test
    void anotherRequestUnderTheKeyIsRefusedAndAnotherMerchantsIsItsOwn() {
        var desk = Desk.fresh();
        var room = desk.add(STUDIO, "Idempotency-Key", "k").id();
        Answer.assertProblem(desk.add(OTHER, "Idempotency-Key", "k"), 422, "idempotency-key.reused");
        Answer.assertProblem(desk.put(room, STUDIO, "Idempotency-Key", "k"), 422, "idempotency-key.reused");
        Answer.assertProblem(desk.move(room, "closed", "Idempotency-Key", "k"), 422, "idempotency-key.reused");
        assertThat(desk.rooms()).isOne();
        var neighbour = Desk.fresh().add(OTHER, "Idempotency-Key", "k");
        assertThat(neighbour.status()).isEqualTo(201);
        assertThat(neighbour.id()).isNotEqualTo(room);
        Answer.assertProblem(
                desk.add(STUDIO, "Idempotency-Key", "k", "Idempotency-Key", "k"), 400, "idempotency-key.invalid");
        Answer.assertProblem(desk.add(STUDIO, "Idempotency-Key", "k".repeat(256)), 400, "idempotency-key.invalid");
    }

    @Test
    void aMoveUnderAKeyIsMadeOnce() {
        var desk = Desk.fresh();
        var room = desk.add(STUDIO).id();
        var first = desk.move(room, "closed", "Idempotency-Key", "k");
        assertThat(desk.move(room, "closed", "Idempotency-Key", "k").text()).isEqualTo(first.text());
        Answer.assertProblem(desk.move(room, "closed"), 409, "transition.refused");
    }

    /** The first one is stopped in the middle by whoever holds the merchant's trail. */
    @Test
    void whileTheFirstIsUnderWayTheSecondIsToldToComeAgain() throws InterruptedException {
        var desk = Desk.fresh();
        desk.add(OTHER);
        var held = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        try (var pool = Desk.store().pool(2)) {
            var holder = CompletableFuture.runAsync(
                    () -> TestStore.transactions(pool).write(MerchantId.of(desk.merchant()), () -> {
                        new JdbcTemplate(pool).queryForList("select position from audit_trail for update");
                        held.countDown();
                        return await(release);
                    }),
                    Desk.CLIENTS);
            held.await();
            var requests = IntStream.range(0, 2)
                    .mapToObj(turn ->
                            CompletableFuture.supplyAsync(() -> desk.add(STUDIO, "Idempotency-Key", "k"), Desk.CLIENTS))
                    .toList();
            // Whichever came second is answered while the other waits.
            var second = (Answer) CompletableFuture.anyOf(requests.toArray(CompletableFuture[]::new))
                    .join();
            Answer.assertProblem(second, 409, "idempotency-key.in_progress");
            assertThat(second.header("Retry-After")).isEqualTo("1");
            release.countDown();
            holder.join();
            assertThat(requests.stream().map(CompletableFuture::join).map(Answer::status))
                    .containsExactlyInAnyOrder(201, 409);
        }
        assertThat(desk.add(STUDIO, "Idempotency-Key", "k").status()).isEqualTo(201);
        assertThat(desk.rooms()).isEqualTo(2);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void ofManyAtOnceUnderOneKeyOneIsDone() {
        var desk = Desk.fresh();
        var answers = Desk.atOnce(20, turn -> desk.add(STUDIO, "Idempotency-Key", "k"));
        assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .map(Answer::text)
                        .distinct())
                .hasSize(1);
        assertThat(desk.rooms()).isOne();
    }

    @Test
    void ofTwoEditorsOfOneStateOneWins() {
        var desk = Desk.fresh();
        var room = desk.add(STUDIO).id();
        for (int round = 1; round <= 5; round++) {
            var seen = "\"" + round + "\"";
            var turn = round;
            var answers = Desk.atOnce(
                    2, editor -> desk.put(room, STUDIO.replace("Studio 1", turn + " by " + editor), "If-Match", seen));
            assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 412);
            var lost = answers.stream()
                    .filter(answer -> answer.status() == 412)
                    .findFirst()
                    .orElseThrow();
            Answer.assertProblem(lost, 412, "revision.mismatch");
            assertThat(lost.at("/detail")).contains(seen, "\"" + (round + 1) + "\"");
        }
    }

    @Test
    void withoutIfMatchNoChangeIsLost() {
        var desk = Desk.fresh();
        var room = desk.add(STUDIO).id();
        var answers = Desk.atOnce(10, editor -> desk.put(room, STUDIO.replace("Studio 1", "by " + editor)));
        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(desk.get("/rooms/" + room).header("ETag")).isEqualTo("\"11\"");
        assertThat(desk.trail()).hasSize(11);
    }

    @Test
    void ifMatchGuardsMovesTooAndMustBeUnderstood() {
        var desk = Desk.fresh();
        var room = desk.add(STUDIO).id();
        Answer.assertProblem(desk.move(room, "closed", "If-Match", "\"2\""), 412, "revision.mismatch");
        Answer.assertProblem(desk.put(room, OTHER, "If-Match", "W/\"1\""), 412, "revision.mismatch");
        Answer.assertProblem(desk.put(room, OTHER, "If-Match", "1"), 400, "if-match.invalid");
        assertThat(desk.put(room, OTHER, "If-Match", "\"0\", \"1\"").header("ETag"))
                .isEqualTo("\"2\"");
        assertThat(desk.move(room, "closed", "If-Match", "*").header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void whatChangesNothingIsNoChange() {
        var desk = Desk.fresh();
        var added = desk.add(STUDIO);
        var put = desk.put(added.id(), STUDIO);
        assertThat(put.text()).isEqualTo(added.text());
        assertThat(put.header("ETag")).isEqualTo("\"1\"");
        assertThat(desk.trail()).hasSize(1);
    }

    @Test
    void aRoomIsClosedAndOpenedAgainAndNothingElse() {
        var desk = Desk.fresh();
        var room = desk.add(STUDIO).id();
        var refused = desk.move(room, "open");
        Answer.assertProblem(refused, 409, "transition.refused");
        assertThat(refused.json().get("allowed").toString()).isEqualTo("[\"closed\"]");
        assertThat(refused.at("/detail")).isEqualTo("to: open, from open (expected: one of closed)");
        assertThat(desk.move(room, "closed").at("/state")).isEqualTo("closed");
        assertThat(desk.move(room, "closed").json().get("allowed").toString()).isEqualTo("[\"open\"]");
        Answer.assertProblem(desk.move(room, "gone"), 400, "to.invalid");
        assertThat(desk.move(room, "open").at("/state")).isEqualTo("open");
        assertThat(desk.get("/rooms/" + room).header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void aRoomOfNobodyOrAnotherIsUnknown() {
        var desk = Desk.fresh();
        var foreign = Desk.fresh().add(STUDIO).id();
        for (var room : List.of(foreign, "0".repeat(26), "x", "%ED%A0%80", "%C3%A9")) {
            Answer.assertProblem(desk.get("/rooms/" + room), 404, "room.unknown");
            Answer.assertProblem(desk.put(room, STUDIO), 404, "room.unknown");
            Answer.assertProblem(desk.move(room, "closed"), 404, "room.unknown");
        }
    }

    @Test
    void pagesGoOnFromTheNewestUnderTheSameFilters() {
        var desk = Desk.fresh();
        for (int turn = 0; turn < 5; turn++) {
            desk.add(STUDIO.replace("Studio 1", "r" + turn));
            desk.add(OTHER);
        }
        var names = new ArrayList<String>();
        var cursor = "";
        do {
            var page = desk.get("/rooms?shop=main&state=open&limit=2" + cursor);
            page.json().get("items").forEach(room -> names.add(room.get("name").stringValue()));
            var next = page.json().get("nextCursor");
            cursor = next.isNull() ? "" : "&cursor=" + URLEncoder.encode(next.stringValue(), UTF_8);
        } while (!cursor.isEmpty());
        assertThat(names).containsExactly("r4", "r3", "r2", "r1", "r0");
        assertThat(desk.get("/rooms?state=closed").json().get("items")).isEmpty();
    }

    @Test
    void aCursorIsForItsMerchantAndFiltersAndCannotBeMadeUp() {
        var desk = Desk.fresh();
        desk.add(STUDIO);
        desk.add(STUDIO);
        var cursor = desk.get("/rooms?limit=1").at("/nextCursor");
        assertThat(desk.get("/rooms?limit=5&cursor=" + cursor).json().get("items"))
                .hasSize(1);
        Answer.assertProblem(desk.get("/rooms?state=open&cursor=" + cursor), 400, "cursor.invalid");
        Answer.assertProblem(Desk.fresh().get("/rooms?cursor=" + cursor), 400, "cursor.invalid");
        Answer.assertProblem(desk.get("/audit-trail?field=livestream&cursor=" + cursor), 400, "cursor.invalid");
        for (int at = 0; at < cursor.length(); at++) {
            var changed = new StringBuilder(cursor);
            changed.setCharAt(at, cursor.charAt(at) == 'A' ? 'B' : 'A');
            Answer.assertProblem(desk.get("/rooms?cursor=" + changed), 400, "cursor.invalid");
        }
        Answer.assertProblem(desk.get("/rooms?shop=%00"), 400, "shop.invalid");
        Answer.assertProblem(desk.get("/rooms?state=ajar"), 400, "state.invalid");
        Answer.assertProblem(desk.get("/rooms?name=x"), 400, "parameter.unknown");
        Answer.assertProblem(desk.get("/rooms?limit=501"), 400, "limit.invalid");
    }

    @Test
    void theTrailTellsWhoChangedWhatFromWhatToWhat() {
        var desk = Desk.fresh("operator", "content");
        var room = desk.add(STUDIO).id();
        desk.put(room, "{\"name\":\"a \\\"b\\\"\\r\\n😀\",\"platform\":\"douyin\",\"platformRoom\":\"7\"}");
        desk.move(room, "closed");
        desk.move(room, "closed");
        desk.put(room, "{}");
        desk.add(OTHER);
        var trail = desk.trail();
        assertThat(trail.stream().map(entry -> entry.get("position").stringValue()))
                .containsExactly("4", "3", "2", "1");
        assertThat(trail.stream().map(entry -> entry.get("action").stringValue()))
                .containsExactly("created", "moved", "changed", "created");
        assertThat(trail).allSatisfy(entry -> {
            assertThat(entry.get("subject").stringValue()).isEqualTo("ann");
            assertThat(entry.get("roles").toString()).isEqualTo("[\"operator\",\"content\"]");
            assertThat(entry.get("resource").stringValue()).isEqualTo("room");
            assertThat(entry.get("recordedAt").stringValue()).endsWith("Z");
        });
        assertThat(trail.get(3).get("changes").toString())
                .isEqualTo(
                        "[{\"name\":\"name\",\"from\":null,\"to\":\"Studio 1\"},{\"name\":\"shop\",\"from\":null,\"to\":\"main\"},"
                                + "{\"name\":\"platform\",\"from\":null,\"to\":\"douyin\"},{\"name\":\"state\",\"from\":null,\"to\":\"open\"}]");
        assertThat(trail.get(2).get("changes").toString())
                .isEqualTo("[{\"name\":\"name\",\"from\":\"Studio 1\",\"to\":\"a \\\"b\\\"\\r\\n😀\"},"
                        + "{\"name\":\"platformRoom\",\"from\":null,\"to\":\"7\"}]");
        assertThat(trail.get(1).get("changes").toString())
                .isEqualTo("[{\"name\":\"state\",\"from\":\"open\",\"to\":\"closed\"}]");
        var page = desk.get("/audit-trail?field=livestream&resource=room&limit=2&id=" + room);
        assertThat(page.json().get("items")).hasSize(2);
        assertThat(desk.get("/audit-trail?field=livestream&resource=room&id=" + room + "&cursor="
                                + page.at("/nextCursor"))
                        .json()
                        .get("items"))
                .hasSize(1);
        assertThat(desk.get("/audit-trail?field=livestream&resource=session")
                        .json()
                        .get("items"))
                .isEmpty();
        Answer.assertProblem(desk.get("/audit-trail?field=livestream&id=%00"), 400, "id.invalid");
    }

    @Test
    void onlyTheirRolesReadAndWrite() {
        var merchant = Desk.freshMerchant();
        var room = new Desk(merchant, "content").add(STUDIO).id();
        var integration = new Desk(merchant, "integration");
        assertThat(integration.get("/rooms/" + room).status()).isEqualTo(200);
        assertThat(integration.get("/rooms").status()).isEqualTo(200);
        for (var desk : List.of(integration, new Desk(merchant, "goods", "creators", "ads", "service", "admin"))) {
            Answer.assertProblem(desk.add("nonsense"), 403, "role.missing");
            Answer.assertProblem(desk.put(room, STUDIO), 403, "role.missing");
            Answer.assertProblem(desk.move(room, "closed"), 403, "role.missing");
            Answer.assertProblem(desk.get("/audit-trail?field=livestream"), 403, "role.missing");
        }
        Answer.assertProblem(new Desk(merchant, "goods").get("/rooms"), 403, "role.missing");
    }

    @Test
    void withoutAMerchantThereAreNoRowsAndNoError() {
        Desk.fresh().add(STUDIO, "Idempotency-Key", "k");
        try (var pool = Desk.store().pool(1)) {
            var app = new JdbcTemplate(pool);
            for (var table : List.of("room", "kept_answer", "audit_entry", "audit_trail")) {
                assertThat(app.queryForList("select * from " + table)).isEmpty();
            }
        }
    }
}
