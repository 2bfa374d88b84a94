package io.factmatrix.livestream;

import static io.factmatrix.ledger.testing.Answer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.testing.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Gates over HTTP: rules, failures, overrides, and going live. */
class GatesTest {

    private final Desk desk = Desk.fresh();
    private final String room =
            desk.add("{\"name\":\"Studio 1\",\"platform\":\"douyin\"}").ok().id();
    private final String session = RundownsTest.session(desk, room, "2026-06-01");
    private final String path = "/sessions/" + session;

    private Answer rule(String gate, String condition, String more) {
        return desk.post(
                "/gate-rules",
                Desk.json("{'name': 'r', 'gate': '%s', 'condition': %s%s}".formatted(gate, condition, more)));
    }

    private String line(String members) {
        return desk.post(path + "/rundown/lines", Desk.json("{" + members + "}"))
                .ok()
                .id();
    }

    private static String price(String price, String listPrice) {
        return ("'product': 'p1', 'price': {'amount': '%s', 'currency': 'CNY'},"
                        + " 'listPrice': {'amount': '%s', 'currency': 'CNY'}")
                .formatted(price, listPrice);
    }

    private List<JsonNode> failures() {
        return desk.get(path + "/gates")
                .ok()
                .json()
                .get("failures")
                .valueStream()
                .toList();
    }

    private Answer move(String to) {
        return desk.post(path + "/transitions", "{\"to\":\"" + to + "\"}");
    }

    @Test
    void aRuleIsReadAsItWasWritten() {
        for (var condition : List.of(
                "{'kind':'forbidden-phrases','phrases':['全网最低','国家级'],'where':'everywhere'}",
                "{'kind':'mandatory-phrases','phrases':['理性消费'],'scope':'line'}",
                "{'kind':'allowed-products','products':['p1','p2']}",
                "{'kind':'forbidden-products','products':['p3']}",
                "{'kind':'price-bounds','products':[],'floor':{'amount':'99.00','currency':'CNY'}}",
                "{'kind':'discount-bounds','products':['p1'],'floor':0,'ceiling':0.3}",
                "{'kind':'required-assets','assets':['cover'],'scope':'session'}")) {
            var made = rule("brand", condition, ", 'severity': 'warning', 'fix': '改'")
                    .ok();
            assertThat(made.json().get("condition").toString()).isEqualTo(Desk.json(condition));
            assertThat(desk.get("/gate-rules/" + made.id()).text()).isEqualTo(made.text());
            // What changes nothing is no change.
            var same = Desk.json("{'name': 'r', 'gate': 'brand', 'condition': %s, 'severity': 'warning', 'fix': '改'}"
                    .formatted(condition));
            assertThat(desk.send("PUT", "/gate-rules/" + made.id(), same).ok().header("ETag"))
                    .isEqualTo("\"1\"");
        }
        assertThat(desk.get("/gate-rules?gate=brand&state=active").items()).hasSize(7);
        assertThat(desk.get("/gate-rules?gate=script").items()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind': 'forbidden-phrases'}|condition.invalid",
                "{'kind': 'forbidden-phrases', 'phrases': []}|condition.invalid",
                "{'kind': 'forbidden-phrases', 'phrases': ['a', 'a']}|condition.invalid",
                "{'kind': 'forbidden-phrases', 'phrases': ['。！']}|condition.invalid",
                "{'kind': 'forbidden-phrases', 'phrases': [1]}|condition.invalid",
                "{'kind': 'forbidden-phrases', 'phrases': ['a'], 'where': 'nowhere'}|condition.invalid",
                "{'kind': 'price-bounds'}|condition.invalid",
                "{'kind': 'price-bounds', 'floor': {'amount': '2', 'currency': 'CNY'}, 'ceiling': {'amount': '1', 'currency': 'CNY'}}|condition.invalid",
                "{'kind': 'price-bounds', 'floor': {'amount': '2', 'currency': 'CNY'}, 'ceiling': {'amount': '3', 'currency': 'USD'}}|condition.invalid",
                "{'kind': 'discount-bounds', 'floor': 1.1}|condition.invalid",
                "{'kind': 'discount-bounds', 'floor': 0.1234567}|condition.invalid",
                "{'kind': 'discount-bounds', 'floor': '0.1'}|condition.invalid",
                "{'kind': 'discount-bounds', 'floor': 1e-400000000}|condition.invalid",
                "{'kind': 'discount-bounds', 'floor': 0.5, 'ceiling': 0.4}|condition.invalid",
                "{'kind': 'allowed-products', 'products': []}|condition.invalid",
                "{'kind': 'required-assets', 'assets': ['cover'], 'more': 1}|member.unknown",
                "{'kind': 'vibes'}|condition.invalid",
                "{}|member.missing"
            })
    void whatIsNoRuleIsRefusedByName(String condition, String code) {
        assertProblem(rule("brand", condition, ""), 400, code);
    }

    /** 0.01 of 0.03 is less than a third of it, however it is rounded. */
    @ParameterizedTest
    @CsvSource({
        "0.1, 0.3, 70.00, 100.00, ''",
        "0.1, 0.3, 69.99, 100.00, at most 0.3",
        "0.1, 0.3, 90.00, 100.00, ''",
        "0.1, 0.3, 90.01, 100.00, at least 0.1",
        "0.333333, 1, 0.02, 0.03, ''",
        "0.333334, 1, 0.02, 0.03, at least 0.333334",
        "0, 0.333333, 0.02, 0.03, at most 0.333333",
        "0, 0.333334, 0.02, 0.03, ''",
        "0, 0.3, 100000000000.00, 90000000000.00, at least 0",
        "0.5, 0.5, 30000000000000000.00, 60000000000000000.00, ''",
        "0.5, 0.5, 30000000000000000.01, 60000000000000000.00, at least 0.5"
    })
    void aDiscountExactlyAtABoundIsKept(String floor, String ceiling, String price, String listPrice, String broken) {
        rule("discount", "{'kind': 'discount-bounds', 'floor': %s, 'ceiling': %s}".formatted(floor, ceiling), "")
                .ok();
        line(price(price, listPrice));
        var details = failures().stream()
                .map(failure -> failure.get("detail").stringValue())
                .toList();
        if (broken.isEmpty()) {
            assertThat(details).isEmpty();
        } else {
            assertThat(details).singleElement().asString().contains(broken, price, listPrice);
        }
    }

    @Test
    void whatIsUnknownDoesNotPass() {
        rule("discount", "{'kind': 'discount-bounds', 'ceiling': 0.3}", "").ok();
        rule("discount", "{'kind': 'price-bounds', 'floor': {'amount': '10', 'currency': 'CNY'}}", "")
                .ok();
        line("'product': 'p1'");
        line("'product': 'p2', 'price': {'amount': '20', 'currency': 'USD'}");
        line("'segments': [{'text': '开场'}]");
        assertThat(failures().stream().map(failure -> failure.get("detail").stringValue()))
                .containsExactlyInAnyOrder(
                        "discount: unknown (expected: a price and a list price)",
                        "discount: unknown (expected: a price and a list price)",
                        "price: unknown (expected: a price in CNY)",
                        "price: 20.00 USD (expected: in CNY)");
    }

    @Test
    void eachFailureNamesLineRuleAndFix() {
        var forbidden = rule("script", "{'kind': 'forbidden-phrases', 'phrases': ['全网最低']}", ", 'fix': '改成：限时好价'")
                .ok()
                .id();
        rule("script", "{'kind': 'mandatory-phrases', 'phrases': ['理性消费']}", "").ok();
        rule("selection", "{'kind': 'allowed-products', 'products': ['p1']}", "")
                .ok();
        rule("brand", "{'kind': 'required-assets', 'assets': ['cover']}", ", 'severity': 'warning'")
                .ok();
        rule("brand", "{'kind': 'required-assets', 'assets': ['poster'], 'scope': 'line'}", "")
                .ok();
        line("'segments': [{'text': '大家好'}]");
        var second = line("'product': 'p2', 'title': '全網最低價', 'segments': [{'text': '今天'}, {'text': '这款全 网*最 低！'}]");
        var failures = failures();
        assertThat(failures.stream().map(failure -> failure.get("gate").stringValue()))
                .containsExactly("brand", "brand", "selection", "script", "script", "script");
        assertThat(failures.get(0).get("line").isNull()).isTrue();
        assertThat(failures.get(0).get("detail").stringValue()).isEqualTo("assets: no cover (expected: one)");
        var script = failures.get(5);
        assertThat(script.get("line").stringValue()).isEqualTo(second);
        assertThat(script.get("place").intValue()).isEqualTo(2);
        assertThat(script.get("rule").stringValue()).isEqualTo(forbidden);
        assertThat(script.get("member").stringValue()).isEqualTo("segments[1].text");
        assertThat(script.get("detail").stringValue())
                .isEqualTo("segments[1].text: \"全 网*最 低\" from character 2 on (expected: no \"全网最低\", in no disguise)");
        assertThat(script.get("fix").stringValue()).isEqualTo("改成：限时好价");
        assertThat(failures.get(3).get("detail").stringValue()).isEqualTo("segments: not said (expected: \"理性消费\")");
        var gates = desk.get(path + "/gates").json();
        assertThat(gates.get("passed").booleanValue()).isFalse();
        assertThat(gates.get("blocking").intValue()).isEqualTo(5);
    }

    @Test
    void nobodyGoesLiveWhileABlockingGateFails() {
        var rule = rule("discount", "{'kind': 'price-bounds', 'floor': {'amount': '10', 'currency': 'CNY'}}", "")
                .ok()
                .id();
        var line = line(price("9.99", "20.00"));
        move("ready").ok();
        var refused = move("live");
        assertProblem(refused, 409, "gates.failed");
        assertThat(refused.json().get("failures")).hasSize(1);
        assertThat(refused.json().at("/failures/0/line").stringValue()).isEqualTo(line);
        assertThat(desk.get(path).at("/state")).isEqualTo("ready");
        // Each of these lets it pass.
        desk.post("/gate-rules/" + rule + "/transitions", "{\"to\":\"retired\"}")
                .ok();
        assertThat(failures()).isEmpty();
        desk.post("/gate-rules/" + rule + "/transitions", "{\"to\":\"active\"}").ok();
        desk.send("PUT", path + "/rundown/lines/" + line, Desk.json("{" + price("10.00", "20.00") + "}"))
                .ok();
        move("live").ok();
        // On air it stays so.
        var undercut = desk.send("PUT", path + "/rundown/lines/" + line, Desk.json("{" + price("9.98", "20.00") + "}"));
        assertProblem(undercut, 409, "gates.failed");
        assertThat(desk.get(path + "/rundown/lines/" + line).at("/price/amount"))
                .isEqualTo("10.00");
        desk.send("PUT", path + "/rundown/lines/" + line, Desk.json("{" + price("10.50", "20.00") + "}"))
                .ok();
    }

    /** A rule that comes while the session is on air stops nobody from mending what it finds, one by one. */
    @Test
    void whatIsOnAirCanBeMended() {
        var first = line(price("5.00", "20.00"));
        var second = line(price("6.00", "20.00"));
        move("ready").ok();
        move("live").ok();
        rule("discount", "{'kind': 'price-bounds', 'floor': {'amount': '10', 'currency': 'CNY'}}", "")
                .ok();
        desk.send("PUT", path + "/rundown/lines/" + first, Desk.json("{" + price("10.00", "20.00") + "}"))
                .ok();
        assertProblem(
                desk.send("PUT", path + "/rundown/lines/" + second, Desk.json("{" + price("5.00", "20.00") + "}")),
                409,
                "gates.failed");
        desk.send("PUT", path + "/rundown/lines/" + second + "/place", Desk.json("{'before': '" + first + "'}"))
                .ok();
        desk.send("DELETE", path + "/rundown/lines/" + second, "").ok();
        assertThat(failures()).isEmpty();
    }

    @Test
    void anOverrideIsTheOperatorsWithAReasonAndForThatFailureAlone() {
        rule("discount", "{'kind': 'price-bounds', 'floor': {'amount': '10', 'currency': 'CNY'}}", "")
                .ok();
        var line = line(price("9.00", "20.00"));
        line(price("9.50", "20.00"));
        move("ready").ok();
        var failure = failures().get(0).get("failure").stringValue();
        var pass = Desk.json("{'failure': '%s', 'reason': '老板同意'}".formatted(failure));
        for (var role : List.of("content", "goods", "integration")) {
            assertProblem(new Desk(desk.merchant(), role).post(path + "/gate-overrides", pass), 403, "role.missing");
        }
        assertProblem(
                desk.post(path + "/gate-overrides", Desk.json("{'failure': '" + failure + "'}")),
                400,
                "member.missing");
        assertProblem(desk.post(path + "/gate-overrides", pass.replace(failure, "x")), 404, "failure.unknown");
        var given = desk.post(path + "/gate-overrides", pass).ok();
        assertThat(given.at("/override/by")).isEqualTo("ann");
        assertThat(given.at("/override/reason")).isEqualTo("老板同意");
        assertProblem(move("live"), 409, "gates.failed");
        var second = failures().get(1).get("failure").stringValue();
        desk.post(path + "/gate-overrides", pass.replace(failure, second)).ok();
        assertThat(failures()).hasSize(2);
        var trail = desk.trail().get(0);
        assertThat(trail.get("resource").stringValue()).isEqualTo("gate-override");
        assertThat(trail.get("changes").toString()).contains("老板同意");
        // Another price is another failure; the same one again is not.
        desk.send("PUT", path + "/rundown/lines/" + line, Desk.json("{" + price("8.00", "20.00") + "}"))
                .ok();
        assertProblem(move("live"), 409, "gates.failed");
        desk.send("PUT", path + "/rundown/lines/" + line, Desk.json("{" + price("9.00", "20.00") + "}"))
                .ok();
        move("live").ok();
    }

    @Test
    void aRuleOfOneMerchantIsNoneOfAnothers() {
        var other = Desk.fresh();
        other.post(
                        "/gate-rules",
                        Desk.json(
                                "{'name': 'r', 'gate': 'brand', 'condition': {'kind': 'required-assets', 'assets': ['cover']}}"))
                .ok();
        assertThat(failures()).isEmpty();
        assertProblem(other.get(path + "/gates"), 404, "session.unknown");
    }
}
