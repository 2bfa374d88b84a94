package io.factmatrix.gateway;

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

/** The conflicts of all fields as one list, whichever of them answer. */
@TestInstance(Lifecycle.PER_CLASS)
class ConflictsTest {

    private static final String CONFLICTS = "/v1/merchants/m1/conflicts?";

    private final JsonMapper json = JsonMapper.shared();
    private RunningGateway gateway;

    @BeforeAll
    void start() {
        gateway = new RunningGateway("--fact.calls.conflicts.spared-for=1ms", "--fact.calls.conflicts.deadline=1s");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @BeforeEach
    void reset() {
        gateway.reset();
    }

    @Test
    void withoutConflictsTheListIsEmptyAndWhole() {
        assertThat(gateway.get(CONFLICTS).body())
                .isEqualTo("{\"items\":[],\"nextCursor\":null,\"complete\":true,\"missing\":[]}");
        assertThat(gateway.livestream().requests()).hasSize(3);
        assertThat(gateway.kol().requests()).hasSize(2);
        assertThat(gateway.kol().requests().get(0))
                .contains("GET /v1/merchants/m1/fields/kol/conflicts?after=&limit=50 ")
                .contains("Bearer ");
    }

    @Test
    void pagesGoThroughTheFieldsInTheirOrder() {
        everyFieldHasThree();
        for (int limit : List.of(1, 2, 3, 4, 7, 15, 16)) {
            var pages = pages("limit=" + limit);
            assertThat(pages.stream().limit(pages.size() - 1))
                    .allSatisfy(page -> assertThat(page.get("items")).hasSize(limit));
            assertThat(events(pages))
                    .as("limit " + limit)
                    .containsExactly(
                            "livestream/a",
                            "livestream/b",
                            "livestream/c",
                            "creator/a",
                            "creator/b",
                            "creator/c",
                            "campaign/a",
                            "campaign/b",
                            "campaign/c",
                            "kol/a",
                            "kol/b",
                            "kol/c",
                            "unattributed/a",
                            "unattributed/b",
                            "unattributed/c");
        }
    }

    private void everyFieldHasThree() {
        gateway.livestream().hasConflicts(Field.LIVESTREAM, "a", "b", "c");
        gateway.livestream().hasConflicts(Field.UNATTRIBUTED, "a", "b", "c");
        gateway.creator().hasConflicts(Field.CREATOR, "a", "b", "c");
        gateway.campaign().hasConflicts(Field.CAMPAIGN, "a", "b", "c");
        gateway.kol().hasConflicts(Field.KOL, "a", "b", "c");
    }

    @Test
    void aServicesOwnMembersAreHandedOn() {
        gateway.kol().hasConflicts(Field.KOL, "k#1 %+");
        var item = get("").at("/items/0");
        assertThat(item.at("/event").stringValue()).isEqualTo("k#1 %+");
        assertThat(item.at("/detail/ofALaterRelease").intValue()).isEqualTo(1);
        assertThat(item.at("/touchpoint").isNull()).isTrue();
    }

    @Test
    void oddIdsAreGoneOnBehind() {
        gateway.kol().hasConflicts(Field.KOL, "  & =", "#?%41", "+/{x}", "~\"\\");
        assertThat(events(pages("limit=1"))).containsExactly("kol/  & =", "kol/#?%41", "kol/+/{x}", "kol/~\"\\");
    }

    @Test
    void filtersAreAskedOfThatFieldAndForThatKind() {
        everyFieldHasThree();
        assertThat(events(pages("field=campaign&kind=line.outclaimed&limit=2")))
                .containsExactly("campaign/a", "campaign/b", "campaign/c");
        assertThat(gateway.kol().requests()).isEmpty();
        assertThat(gateway.campaign().requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request).contains("kind=line.outclaimed"));
    }

    @ParameterizedTest
    @CsvSource({
        "FAILING, answered 500",
        "HANGING, timed out",
        "TALKING_NONSENSE, not understood",
        "REFUSING_TOKENS, answered 401"
    })
    void aFieldInTroubleIsNamedAndComesWhenItAnswers(Mood trouble, String reason) {
        everyFieldHasThree();
        gateway.creator().is(trouble);
        var first = get("limit=8");
        assertThat(events(List.of(first)))
                .containsExactly(
                        "livestream/a",
                        "livestream/b",
                        "livestream/c",
                        "campaign/a",
                        "campaign/b",
                        "campaign/c",
                        "kol/a",
                        "kol/b");
        assertThat(first.at("/complete").booleanValue()).isFalse();
        assertThat(first.at("/missing")).hasSize(1);
        assertThat(first.at("/missing/0/field").stringValue()).isEqualTo("creator");
        assertThat(first.at("/missing/0/reason").stringValue())
                .startsWith("creator ")
                .contains(reason);
        var second = get("limit=8&cursor=" + cursor(first));
        assertThat(events(List.of(second)))
                .containsExactly("kol/c", "unattributed/a", "unattributed/b", "unattributed/c");
        assertThat(second.at("/complete").booleanValue()).isFalse();
        // All the others are read to their end, and there is more all the same.
        var third = get("cursor=" + cursor(second));
        assertThat(third.at("/items")).isEmpty();
        assertThat(third.at("/complete").booleanValue()).isFalse();
        gateway.creator().is(Mood.WELL);
        var last = get("cursor=" + cursor(third));
        assertThat(events(List.of(last))).containsExactly("creator/a", "creator/b", "creator/c");
        assertThat(last.at("/complete").booleanValue()).isTrue();
        assertThat(last.at("/nextCursor").isNull()).isTrue();
    }

    @Test
    void aFieldThatIsNotReachableIsMissing() {
        try (var without = new RunningGateway()) {
            without.kol().close();
            var answer = json.readTree(without.get(CONFLICTS).body());
            assertThat(answer.at("/missing/0/reason").stringValue()).isEqualTo("kol is not reachable");
            assertThat(answer.at("/nextCursor").isNull()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit=0|limit.invalid|limit: 0 (expected: an integer from 1 to 500)",
                "limit=501|limit.invalid|limit: 501",
                "limit=x|limit.invalid|limit: x",
                "limit=%2B5|limit.invalid|limit: +5",
                "limit=%D9%A1|limit.invalid|limit: ١ (expected",
                "limit=|limit.invalid|limit:  (expected",
                "limit=1&limit=2|parameter.repeated|limit: 2 times",
                "field=nope|field.invalid|field: nope (expected: one of livestream, creator, campaign, kol, unattributed)",
                "kind=nope|kind.invalid|kind: nope (expected: one of line.outclaimed, refund.outclaimed, refund.invalid, promise.floor, promise.protection, promise.exclusivity, promise.stock, promise.burst)",
                "cursor=|cursor.invalid|cursor:  (expected: a nextCursor of the same merchant and the same filters)",
                "cursor=x|cursor.invalid|cursor: x (expected",
                "cursor=!|cursor.invalid|cursor: !",
                "cursor=e30|cursor.invalid|cursor: e30",
                "cursor=bnVsbA|cursor.invalid|cursor: bnVsbA",
                "after=1|parameter.unknown|after: unknown (expected: one of cursor, field, kind, limit)",
            })
    void whatIsNotUnderstoodIsRefused(String query, String code, String detail) {
        assertRefused(query, code, detail);
    }

    @Test
    void aCursorIsOfItsQuestionAlone() {
        everyFieldHasThree();
        var cursor = cursor(get("field=kol&limit=1"));
        assertRefused("cursor=" + cursor, "cursor.invalid", "cursor: " + cursor);
        assertRefused("field=creator&cursor=" + cursor, "cursor.invalid", cursor);
        assertRefused("field=kol&kind=refund.invalid&cursor=" + cursor, "cursor.invalid", cursor);
        assertThat(events(List.of(get("field=kol&cursor=" + cursor)))).containsExactly("kol/b", "kol/c");
        for (int at = 0; at < cursor.length(); at++) {
            var changed = new StringBuilder(cursor);
            changed.setCharAt(at, cursor.charAt(at) == 'A' ? 'B' : 'A');
            assertRefused("field=kol&cursor=" + changed, "cursor.invalid", changed.toString());
        }
    }

    private void assertRefused(String query, String code, String detail) {
        int before = gateway.kol().requests().size();
        var answer = gateway.get(CONFLICTS + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        var problem = json.readTree(answer.body());
        assertThat(problem.get("code").stringValue()).isEqualTo(code);
        assertThat(problem.get("detail").stringValue()).contains(detail);
        assertThat(gateway.kol().requests()).hasSize(before);
    }

    private JsonNode get(String query) {
        var answer = gateway.get(CONFLICTS + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private List<JsonNode> pages(String query) {
        var pages = new ArrayList<JsonNode>();
        pages.add(get(query));
        while (!last(pages).at("/nextCursor").isNull()) {
            assertThat(pages).hasSizeLessThan(20);
            pages.add(get(query + "&cursor=" + cursor(last(pages))));
        }
        return pages;
    }

    private static JsonNode last(List<JsonNode> pages) {
        return pages.get(pages.size() - 1);
    }

    private static String cursor(JsonNode page) {
        return URLEncoder.encode(page.at("/nextCursor").stringValue(), UTF_8);
    }

    private static List<String> events(List<JsonNode> pages) {
        var events = new ArrayList<String>();
        pages.forEach(page -> page.get("items")
                .forEach(item -> events.add(item.get("field").stringValue() + "/"
                        + item.get("event").stringValue())));
        return events;
    }
}
