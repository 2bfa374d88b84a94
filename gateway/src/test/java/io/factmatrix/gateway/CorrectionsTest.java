package io.factmatrix.gateway;

import static io.factmatrix.gateway.testing.StubService.gmv;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.gateway.testing.RunningGateway;
import io.factmatrix.gateway.testing.StubService.Mood;
import io.factmatrix.ledger.domain.event.Field;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list of corrections: up to one moment, whole or not at all. */
@TestInstance(Lifecycle.PER_CLASS)
class CorrectionsTest {

    private static final String CORRECTIONS = "/v1/merchants/m1/corrections?";

    /** When the stubs recorded last. */
    private static final String LAST = "2026-06-20T01:02:03.004Z";

    private final JsonMapper json = JsonMapper.shared();
    private RunningGateway gateway;

    @BeforeAll
    void start() {
        gateway = new RunningGateway(
                "--fact.calls.past.spared-for=1ms",
                "--fact.calls.past.seal-deadline=1s",
                "--fact.calls.positions.spared-for=1ms");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @BeforeEach
    void reset() {
        gateway.reset();
        gateway.kol().has(Field.KOL, 2, gmv(1));
        gateway.creator().has(Field.CREATOR, 3, gmv(1));
        gateway.kol().hasCorrections(Field.KOL, "a", "b", "c");
        gateway.creator().hasCorrections(Field.CREATOR, "a", "b");
    }

    @Test
    void pagesGoThroughTheFieldsUpToOneMoment() {
        var first = get("limit=3&since=2026-06-19T00:00:00%2B08:00&zone=UTC&from=2026-06-01");
        assertThat(events(first)).containsExactly("creator/a", "creator/b", "kol/a");
        assertThat(first.at("/until").stringValue()).isEqualTo(LAST);
        assertThat(gateway.kol().requests().get(0))
                .contains("since=2026-06-18T16:00:00Z")
                .contains("until=" + LAST)
                .contains("zone=UTC")
                .contains("from=2026-06-01")
                .contains("limit=1&");
        var second = get("limit=3&since=2026-06-19T00:00:00%2B08:00&zone=UTC&from=2026-06-01&cursor=" + cursor(first));
        assertThat(events(second)).containsExactly("kol/b", "kol/c");
        assertThat(second.at("/until").stringValue()).isEqualTo(LAST);
        assertThat(second.at("/nextCursor").isNull()).isTrue();
        assertThat(second.at("/complete").booleanValue()).isTrue();
    }

    @Test
    void whereNothingIsRecordedNothingIsCorrected() {
        gateway.reset();
        var answer = get("");
        assertThat(answer.at("/items")).isEmpty();
        assertThat(answer.at("/complete").booleanValue()).isTrue();
        assertThat(answer.at("/nextCursor").isNull()).isTrue();
    }

    @Test
    void whileAFieldIsAwayNothingIsToldAndNothingIsLost() {
        gateway.campaign().is(Mood.FAILING);
        var answer = get("");
        assertThat(answer.at("/items")).isEmpty();
        assertThat(answer.at("/complete").booleanValue()).isFalse();
        assertThat(answer.at("/missing/0/field").stringValue()).isEqualTo("campaign");
        assertThat(answer.at("/missing/0/reason").stringValue()).isEqualTo("campaign answered 500");
        gateway.campaign().is(Mood.WELL);
        assertThat(events(get("cursor=" + cursor(answer)))).hasSize(5);
    }

    @Test
    void aFieldThatHasNotTakenInTheOthersIsWaitedFor() {
        gateway.kol().settlesAfter(2);
        assertThat(events(get(""))).hasSize(5);
        gateway.kol().settlesAfter(Integer.MAX_VALUE);
        var answer = get("");
        assertThat(answer.at("/items")).isEmpty();
        assertThat(answer.at("/missing/0/reason").stringValue()).isEqualTo("kol has not taken in the other fields");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "since=yesterday|since.invalid|since: yesterday (expected: a moment that is past, in RFC 3339",
                "zone=Mars|zone.invalid|zone: Mars",
                "from=2026-06-02&to=2026-06-01|from.invalid|before to, 2026-06-01",
                "limit=0|limit.invalid|limit: 0",
                "cursor=x|cursor.invalid|cursor: x",
                "until=2026-06-02T00:00:00Z|parameter.unknown|until: unknown",
            })
    void whatIsNotUnderstoodIsRefused(String query, String code, String detail) {
        assertRefused(query, code, detail);
    }

    @Test
    void aCursorIsOfItsQuestionAlone() {
        var cursor = cursor(get("limit=1"));
        assertRefused("zone=UTC&cursor=" + cursor, "cursor.invalid", cursor);
        assertRefused("since=2026-06-02T00:00:00Z&cursor=" + cursor, "cursor.invalid", cursor);
        assertThat(events(get("cursor=" + cursor))).hasSize(4);
    }

    private void assertRefused(String query, String code, String detail) {
        var answer = gateway.get(CORRECTIONS + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        var problem = json.readTree(answer.body());
        assertThat(problem.get("code").stringValue()).isEqualTo(code);
        assertThat(problem.get("detail").stringValue()).contains(detail);
    }

    private JsonNode get(String query) {
        var answer = gateway.get(CORRECTIONS + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private static String cursor(JsonNode page) {
        return URLEncoder.encode(page.at("/nextCursor").stringValue(), UTF_8);
    }

    private static List<String> events(JsonNode page) {
        var events = new ArrayList<String>();
        page.get("items")
                .forEach(item -> events.add(item.at("/event/field").stringValue() + "/"
                        + item.at("/event/id").stringValue()));
        return events;
    }
}
