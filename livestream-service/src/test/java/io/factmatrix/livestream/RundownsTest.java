package io.factmatrix.livestream;

import static io.factmatrix.ledger.testing.Answer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.testing.Answer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rundowns and their templates over HTTP. */
class RundownsTest {

    private final Desk desk = Desk.fresh();
    private final String room =
            desk.add("{\"name\":\"Studio 1\",\"platform\":\"douyin\"}").ok().id();
    private final String session = session(desk, room, "2026-06-01");
    private final String rundown = "/sessions/" + session + "/rundown";

    static String session(Desk desk, String room, String day) {
        return desk.post(
                        "/sessions",
                        Desk.json("{'room': '%s', 'title': '618', 'start': '%sT10:00:00Z', 'end': '%sT14:00:00Z'}"
                                .formatted(room, day, day)))
                .ok()
                .id();
    }

    private static String offer(String product, String more) {
        return Desk.json(
                "{'product': '%s', 'price': {'amount': '99.00', 'currency': 'CNY'}%s}".formatted(product, more));
    }

    private Answer add(String product, String more) {
        return desk.post(rundown + "/lines", offer(product, more));
    }

    private List<String> order() {
        var lines = desk.get(rundown).ok().json().get("lines").valueStream().toList();
        for (int at = 0; at < lines.size(); at++) {
            assertThat(lines.get(at).get("place").intValue()).isEqualTo(at + 1);
        }
        return lines.stream().map(line -> line.get("product").stringValue()).toList();
    }

    @Test
    void aLineSaysWhatIsOfferedAndWhatIsSaid() {
        assertThat(desk.get(rundown).json().get("lines")).isEmpty();
        var more = ", 'title': '口红', 'listPrice': {'amount': '300', 'currency': 'CNY'}, 'stock': 500,"
                + " 'segments': [{'text': '姐妹们看这支', 'seconds': 30}, {'text': '上链接'}],"
                + " 'assets': [{'kind': 'poster', 'reference': 'p.png'}]";
        var added = add("p1", more).ok();
        assertThat(added.header("Location")).endsWith(rundown + "/lines/" + added.id());
        assertThat(added.header("ETag")).isEqualTo("\"1\"");
        assertThat(added.text())
                .isEqualTo(Desk.json(
                        "{'id':'%s','place':1,'product':'p1','title':'口红','price':{'amount':'99.00','currency':'CNY'},"
                                        .formatted(added.id())
                                + "'listPrice':{'amount':'300.00','currency':'CNY'},'discount':0.670000,'stock':500,"
                                + "'segments':[{'text':'姐妹们看这支','seconds':30},{'text':'上链接','seconds':null}],"
                                + "'assets':[{'kind':'poster','reference':'p.png'}]}"));
        var line = rundown + "/lines/" + added.id();
        assertThat(desk.get(line).text()).isEqualTo(added.text());
        assertThat(desk.get(rundown).json().at("/lines/0")).isEqualTo(added.json());
        assertThat(desk.get(rundown).header("ETag")).isEqualTo("\"2\"");
        var talk = desk.send("PUT", line, Desk.json("{'segments': [{'text': '开场'}]}"))
                .ok();
        assertThat(talk.at("/product")).isEmpty();
        assertThat(talk.header("ETag")).isEqualTo("\"2\"");
        var removed = desk.send("DELETE", line, "").ok();
        assertThat(removed.json().get("lines")).isEmpty();
        assertProblem(desk.send("DELETE", line, ""), 404, "line.unknown");
        assertThat(desk.trail().stream()
                        .filter(entry -> entry.get("resource").stringValue().equals("rundown-line"))
                        .map(entry -> entry.get("action").stringValue()))
                .containsExactly("removed", "changed", "created");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'price': {'amount': '1', 'currency': 'CNY'}|price.invalid",
                "'stock': 5|stock.invalid",
                "'product': 'p', 'price': {'amount': '1.234', 'currency': 'CNY'}|price.invalid",
                "'product': 'p', 'price': {'amount': '-1', 'currency': 'CNY'}|price.invalid",
                "'product': 'p', 'price': 1|price.invalid",
                "'product': 'p', 'listPrice': {'amount': '0', 'currency': 'CNY'}|listPrice.invalid",
                "'product': 'p', 'price': {'amount': '1', 'currency': 'CNY'}, 'listPrice': {'amount': '2', 'currency': 'USD'}|listPrice.invalid",
                "'product': 'p', 'stock': -1|stock.invalid",
                "'product': 'p', 'stock': 1.0|stock.invalid",
                "'product': '口红'|product.invalid",
                "'segments': [{'text': ''}]|segments.invalid",
                "'segments': [{'text': 'a\\u0000'}]|segments.invalid",
                "'segments': [{'text': 'a', 'seconds': 0}]|segments.invalid",
                "'segments': [[]]|segments.invalid",
                "'segments': 'a'|segments.invalid",
                "'before': 'x'|line.unknown",
                "'discount': 0.5|member.unknown"
            })
    void whatIsNoLineIsRefusedByName(String members, String code) {
        var answer = desk.post(rundown + "/lines", Desk.json("{" + members + "}"));
        assertProblem(answer, code.equals("line.unknown") ? 404 : 400, code);
        assertThat(desk.get(rundown).header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void linesStandWhereTheyArePut() {
        var a = add("a", "").id();
        var c = add("c", "").id();
        var b = add("b", Desk.json(", 'before': '" + c + "'")).ok().id();
        add("d", Desk.json(", 'after': '" + c + "'")).ok();
        assertThat(order()).containsExactly("a", "b", "c", "d");
        var moved = desk.send("PUT", rundown + "/lines/" + a + "/place", Desk.json("{'after': '" + c + "'}"))
                .ok();
        assertThat(moved.header("ETag")).isEqualTo("\"6\"");
        assertThat(order()).containsExactly("b", "c", "a", "d");
        // There it stands already.
        assertThat(desk.send("PUT", rundown + "/lines/" + a + "/place", Desk.json("{'after': '" + c + "'}"))
                        .header("ETag"))
                .isEqualTo("\"6\"");
        desk.send("PUT", rundown + "/lines/" + a + "/place", Desk.json("{'before': '" + b + "'}"))
                .ok();
        assertThat(order()).containsExactly("a", "b", "c", "d");
        // What it says did not change.
        assertThat(desk.get(rundown + "/lines/" + a).header("ETag")).isEqualTo("\"1\"");
        assertProblem(desk.send("PUT", rundown + "/lines/" + a + "/place", "{}"), 400, "member.missing");
        assertProblem(
                desk.send("PUT", rundown + "/lines/" + a + "/place", Desk.json("{'after': '" + "0".repeat(26) + "'}")),
                404,
                "line.unknown");
    }

    @Test
    void ofTwoWhoChangeOneLineOneWinsAndNoneOfOthersIsLost() {
        var lines = Stream.of("a", "b", "c", "d")
                .map(product -> add(product, "").id())
                .toList();
        for (int round = 1; round <= 3; round++) {
            var seen = "\"" + round + "\"";
            var turn = round;
            var answers = Desk.atOnce(
                    8,
                    editor -> desk.send(
                            "PUT",
                            rundown + "/lines/" + lines.get(editor % 4),
                            offer("p" + editor % 4, ", \"stock\": " + (turn * 10 + editor)),
                            "If-Match",
                            seen));
            // Two for each of the four lines.
            assertThat(answers.stream().filter(answer -> answer.status() == 200))
                    .hasSize(4);
            assertThat(answers.stream().filter(answer -> answer.status() == 412))
                    .hasSize(4);
        }
        assertThat(desk.get(rundown).header("ETag")).isEqualTo("\"17\"");
        var stale = desk.post(rundown + "/lines", offer("e", ""), "If-Match", "\"16\"");
        assertProblem(stale, 412, "revision.mismatch");
        desk.post(rundown + "/lines", offer("e", ""), "If-Match", "\"17\"").ok();
        var added = Desk.atOnce(10, editor -> add("n" + editor, ""));
        assertThat(added).allMatch(answer -> answer.status() == 201);
        assertThat(order()).hasSize(15).doesNotHaveDuplicates();
    }

    @Test
    void aRundownIsMadeFromATemplateOrAnEarlierOne() {
        add("a", ", \"stock\": 5").ok();
        add("b", "").ok();
        var template = desk.post("/rundown-templates", Desk.json("{'name': '常规', 'session': '" + session + "'}"))
                .ok();
        assertThat(template.json().get("lines")).hasSize(2);
        assertThat(desk.get("/rundown-templates/" + template.id()).text()).isEqualTo(template.text());
        var listed = desk.get("/rundown-templates").items().get(0);
        assertThat(listed.get("lineCount").intValue()).isEqualTo(2);
        assertThat(listed.has("lines")).isFalse();
        var later = session(desk, room, "2026-06-02");
        var copies = "/sessions/" + later + "/rundown/copies";
        var first = desk.post(copies, Desk.json("{'template': '" + template.id() + "'}"))
                .ok();
        assertThat(first.json().get("lines")).hasSize(2);
        var both =
                desk.post(copies, Desk.json("{'session': '" + session + "'}")).ok();
        assertThat(both.json()
                        .get("lines")
                        .valueStream()
                        .map(line -> line.get("product").stringValue()))
                .containsExactly("a", "b", "a", "b");
        assertThat(both.header("ETag")).isEqualTo("\"3\"");
        // Of what it was made of it knows nothing any more.
        desk.send("DELETE", rundown + "/lines/" + desk.get(rundown).at("/lines/0/id"), "")
                .ok();
        assertThat(desk.get("/sessions/" + later + "/rundown").json().get("lines"))
                .hasSize(4);
        var lines = Desk.json("{'name': '常规', 'lines': [" + offer("c", "") + "]}");
        assertThat(desk.send("PUT", "/rundown-templates/" + template.id(), lines)
                        .ok()
                        .header("ETag"))
                .isEqualTo("\"2\"");
        assertProblem(desk.post(copies, "{}"), 400, "session.invalid");
        assertProblem(desk.post(copies, Desk.json("{'template': 'x'}")), 404, "rundown-template.unknown");
        assertProblem(
                desk.post("/rundown-templates", Desk.json("{'name': 'a', 'lines': [{'product': 'a'}, {'stock': 1}]}")),
                400,
                "lines.invalid");
    }

    @Test
    void aRundownHasAnEnd() {
        var fifty = Stream.generate(() -> "{'product': 'p'}").limit(50).collect(Collectors.joining(","));
        var template = desk.post("/rundown-templates", Desk.json("{'name': 'a', 'lines': [" + fifty + "]}"))
                .ok()
                .id();
        for (int turn = 0; turn < 10; turn++) {
            desk.post(rundown + "/copies", Desk.json("{'template': '" + template + "'}"))
                    .ok();
        }
        assertProblem(add("one more", ""), 409, "rundown.full");
        assertThat(desk.get(rundown).json().get("lines")).hasSize(500);
    }

    @Test
    void ofASessionThatIsOverNothingChanges() {
        var line = add("a", "").id();
        desk.post("/sessions/" + session + "/transitions", "{\"to\":\"cancelled\"}")
                .ok();
        assertProblem(add("b", ""), 409, "session.ended");
        assertProblem(desk.send("DELETE", rundown + "/lines/" + line, ""), 409, "session.ended");
        assertProblem(
                desk.post(rundown + "/copies", Desk.json("{'session': '" + session + "'}")), 409, "session.ended");
    }

    @Test
    void aDeletionHasNoBody() {
        var line = add("a", "").id();
        assertProblem(desk.send("DELETE", rundown + "/lines/" + line, "{}"), 400, "body.unexpected");
        var key = desk.send("DELETE", rundown + "/lines/" + line, "", "Idempotency-Key", "k")
                .ok();
        assertThat(desk.send("DELETE", rundown + "/lines/" + line, "", "Idempotency-Key", "k")
                        .text())
                .isEqualTo(key.text());
    }
}
