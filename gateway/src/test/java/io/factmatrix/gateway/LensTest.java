package io.factmatrix.gateway;

import static io.factmatrix.gateway.testing.StubService.gmv;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.gateway.testing.RunningGateway;
import io.factmatrix.gateway.testing.StubService;
import io.factmatrix.gateway.testing.StubService.Mood;
import io.factmatrix.kit.testing.TestIssuer;
import io.factmatrix.ledger.domain.event.Field;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/** Lenses over HTTP, beside the view and the audience that they read. */
@TestInstance(Lifecycle.PER_CLASS)
class LensTest {

    private static final String JUNE = "?from=2026-06-01&to=2026-07-01";

    /** That keeps numbers as they are written. */
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private RunningGateway gateway;

    /** Another for each test: what one defines another does not see. */
    private String merchant = "m1";

    private int merchants;

    @BeforeAll
    void start() {
        gateway = new RunningGateway(
                "--fact.calls.audience.spared-for=1ms",
                "--fact.calls.figures.spared-for=1ms",
                "--fact.calls.positions.spared-for=1ms",
                "--fact.calls.positions.deadline=10s");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @BeforeEach
    void reset() {
        gateway.reset();
        merchants++;
        merchant = "lens-" + merchants;
        gateway.livestream().has(Field.LIVESTREAM, 4, gmv(200_00));
        gateway.livestream().reached(Field.LIVESTREAM, StubService.saw("a", "b", "c"));
        gateway.creator().has(Field.CREATOR, 3, gmv(100_00));
        gateway.creator().reached(Field.CREATOR, StubService.saw("c", "d"));
        gateway.kol().has(Field.KOL, 2, gmv(0));
    }

    private HttpRequest.Builder request(String path) {
        return gateway.request("/v1/merchants/" + merchant + path)
                .setHeader("Authorization", "Bearer " + TestIssuer.token(List.of(merchant), "operator"));
    }

    private HttpResponse<String> ask(String path) {
        return gateway.send(request(path).build());
    }

    private HttpResponse<String> define(String lens, String revision, String body) {
        return gateway.send(request("/lenses/" + lens + "/definition")
                .header("If-Match", revision)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build());
    }

    private JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private JsonNode read(String lens) {
        return ok(ask("/lenses/" + lens + JUNE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aipl", "fast", "grow", "steps", "5a"})
    void everyFigureIsTheViewsOrSaysWhyThereIsNone(String lens) {
        var view = ok(ask("/operating-view" + JUNE));
        var audience = ok(ask("/audience" + JUNE));
        var reading = read(lens);
        assertThat(reading.get("complete").booleanValue()).isTrue();
        assertThat(reading.get("letters")).hasSizeBetween(4, 5);
        for (var letter : reading.get("letters")) {
            assertThat(letter.get("figures").isEmpty())
                    .isNotEqualTo(letter.get("reason").isNull());
            for (var figure : letter.get("figures")) {
                assertThat(figure.get("value").isNull())
                        .isNotEqualTo(figure.get("reason").isNull());
                var expected = expected(view, audience, figure);
                assertThat(figure.get("value").toString()).as(figure.toString()).isEqualTo(expected);
            }
        }
    }

    /** Reckoned from what is answered at the other paths. */
    private static String expected(JsonNode view, JsonNode audience, JsonNode figure) {
        var value = found(view, audience, figure.get("figure").stringValue());
        if (figure.get("over").isNull() || value.isNull()) {
            return value.toString();
        }
        var over = number(found(view, audience, figure.get("over").stringValue()));
        return over.signum() == 0
                ? "null"
                : number(value).divide(over, 6, RoundingMode.HALF_UP).toPlainString();
    }

    private static JsonNode found(JsonNode view, JsonNode audience, String name) {
        var parts = name.split("\\.", 2);
        boolean ofField = List.of("livestream", "creator", "kol").contains(parts[0]);
        var at = ofField ? "/fields/" + parts[0] : "/total";
        var figure = ofField ? parts[1] : name;
        var found = figure.startsWith("audience.")
                ? audience.at(at + "/" + figure.substring("audience.".length()))
                : view.at(at + "/metrics/" + figure.replace('.', '/'));
        return found.isMissingNode() ? NullNode.getInstance() : found;
    }

    private static BigDecimal number(JsonNode value) {
        return new BigDecimal(
                value.isObject()
                        ? value.get("value").toString()
                        : value.toString().replace("\"", ""));
    }

    @Test
    void peopleAreUnitedAndMoneyIsShared() {
        assertThat(read("aipl").at("/letters/0/figures/0/value").toString())
                .isEqualTo("{\"value\":4,\"lower\":4,\"upper\":4,\"exact\":true}");
        var steps = read("steps");
        assertThat(steps.at("/letters/0/figures/0/value").toString()).isEqualTo("0.666667");
        assertThat(steps.at("/letters/2/figures/1/value").toString()).isEqualTo("0.000000");
        assertThat(steps.at("/letters/1/figures/0/value").isNull()).isTrue();
        assertThat(steps.at("/letters/4/reason").stringValue()).contains("no event says");
    }

    @Test
    void aShareOfAPartOfTheWholeIsNone() {
        gateway.kol().is(Mood.FAILING);
        var steps = read("steps");
        assertThat(steps.get("complete").booleanValue()).isFalse();
        assertThat(steps.at("/letters/0/figures/0/value").isNull()).isTrue();
        assertThat(steps.at("/letters/0/figures/0/reason").stringValue()).isEqualTo("gmv is not known of kol");
        assertThat(steps.at("/letters/2/figures/1/reason").stringValue()).startsWith("kol.gmv: nobody reported it");
    }

    @Test
    void aMerchantSaysWhatStandsForALetter() {
        var usual = ask("/lenses/aipl/definition");
        assertThat(usual.headers().firstValue("ETag")).contains("\"0\"");
        var body = aipl("{\"figure\":\"creator.gmv\",\"over\":\"gmv\",\"low\":0.5,\"high\":0.90}");
        var changed = define("aipl", "\"0\"", body);
        var definition = ok(changed);
        assertThat(changed.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(definition.at("/letters/0/figures/0").toString())
                .isEqualTo("{\"figure\":\"creator.gmv\",\"over\":\"gmv\",\"low\":0.5,\"high\":0.9}");
        assertThat(ok(ask("/lenses/aipl/definition"))).isEqualTo(definition);
        var figure = read("aipl").at("/letters/0/figures/0");
        assertThat(figure.get("value").toString()).isEqualTo("0.333333");
        assertThat(figure.get("standing").stringValue()).isEqualTo("low");
        // The same again is no change; of a state that has passed, none is made.
        assertThat(define("aipl", "\"1\"", body).headers().firstValue("ETag")).contains("\"1\"");
        assertThat(define("aipl", "\"0\"", body).statusCode()).isEqualTo(412);
        assertThat(ok(ask("/lenses/5a/definition")).at("/letters/0/name/zh").stringValue())
                .isEqualTo("了解");
        merchant = "lens-other";
        assertThat(ask("/lenses/aipl/definition").headers().firstValue("ETag")).contains("\"0\"");
    }

    private static String aipl(String figure) {
        return """
                {"letters":[{"letter":"A","name":{"en":"Aware","zh":"认知"},"figures":[%s]},
                {"letter":"I","name":{"en":"I","zh":"兴趣"},"figures":[{"figure":"audience.interested"}]},
                {"letter":"P","name":{"en":"P","zh":"购买"},"figures":[{"figure":"audience.purchased"}]},
                {"letter":"L","name":{"en":"L","zh":"忠诚"},"figures":[],"reason":"nobody asked"}]}""".formatted(figure);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"figure\":\"gnv\"} | letters.invalid | figure: gnv (expected: a figure of the view",
                "{\"figure\":\"radio.gmv\"} | letters.invalid | radio.gmv",
                "{\"figure\":\"gmv\",\"over\":\"views\"} | letters.invalid | over: views (expected: in a ratio one of audience.aware",
                "{\"figure\":\"aov\",\"over\":\"gmv\"} | letters.invalid | aov",
                "{\"figure\":\"gmv\",\"low\":2,\"high\":1} | letters.invalid | low: 2 (expected: at most high, 1)",
                "{\"figure\":\"gmv\",\"low\":\"2\"} | letters.invalid | a number",
                "{\"figure\":\"gmv\",\"lo\":2} | member.unknown | lo",
            })
    void whatIsNotThereCannotBeShown(String figure, String code, String detail) {
        var answer = define("aipl", "\"0\"", aipl(figure));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"" + code + "\"").contains(detail);
    }

    @Test
    void allLettersAreThereInTheirOrder() {
        var answer = define("fast", "\"0\"", aipl("{\"figure\":\"gmv\"}"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("letters: A I P L (expected: F A S T, the letters of fast)");
        var unknown = ask("/lenses/fact" + JUNE);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("lens.unknown").contains("aipl, fast, grow, steps, 5a");
    }
}
