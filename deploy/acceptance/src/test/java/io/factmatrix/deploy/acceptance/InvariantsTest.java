package io.factmatrix.deploy.acceptance;

import static io.factmatrix.deploy.acceptance.Events.cost;
import static io.factmatrix.deploy.acceptance.Events.money;
import static io.factmatrix.deploy.acceptance.Events.paid;
import static io.factmatrix.deploy.acceptance.Events.refunded;
import static io.factmatrix.deploy.acceptance.Events.traffic;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Faults planted into a true answer are each found: what finds nothing anywhere proves nothing. */
class InvariantsTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final ViewQuery JUNE =
            ViewQuery.of(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 7, 1), "UTC", "CNY");

    private static final Oracle ORACLE = new Oracle(List.of(
            paid("a", "1", "100.00"),
            paid("b", "2", "20.00").with("field", "kol"),
            paid("c", "3", "7000").with("amount", money("7000", "JPY")),
            refunded("r", "1", "30.00"),
            cost("d", "ads", "12.50"),
            traffic("t", "2025-06-10T11:00:00Z", "2025-06-10T12:00:00Z").with("views", 1000)));

    private final Invariants reader = new Invariants();

    private ObjectNode view = JSON.createObjectNode();

    @BeforeEach
    void answerTruly() {
        view = trueView();
    }

    @Test
    void aTrueViewHasNothingWrong() {
        assertThat(Differences.between(ORACLE.view(JUNE), view)).isEmpty();
        assertThat(reader.ofView(JUNE, view)).isEmpty();
        assertThat(reader.ofView(JUNE, view)).isEmpty();
    }

    @Test
    void aDroppedOrDoubledEventIsADifference() {
        metrics("kol").put("orders", 2);
        assertThat(differences()).containsExactly("fields.kol.metrics.orders: 2 (expected: 1)");
    }

    @Test
    void aWrongMinorUnitIsADifferenceAndBreaksAnInvariant() {
        metrics("kol").put("gmv", "20.0");
        assertThat(differences()).hasSize(1);
        assertThat(reader.ofView(JUNE, view)).singleElement().asString().contains("minor units");
    }

    @Test
    void anUnknownShownAsZeroIsADifferenceAndBreaksTheTotal() {
        metrics("creator").put("likes", 0);
        assertThat(differences()).containsExactly("fields.creator.metrics.likes: 0 (expected: null)");
        assertThat(reader.ofView(JUNE, view)).singleElement().asString().contains("total.likes");
    }

    @Test
    void aMissingAndASurplusMemberAreDifferences() {
        metrics("creator").remove("units");
        metrics("creator").put("unit", 0);
        assertThat(differences()).hasSize(2);
    }

    @Test
    void aCurrencyThatIsNotListedOrMixedInIsADifference() {
        view.putArray("otherCurrencies");
        assertThat(differences()).singleElement().asString().startsWith("otherCurrencies.JPY");
    }

    @Test
    void aTotalThatIsNotTheSumBreaksAnInvariant() {
        ((ObjectNode) view.at("/total/metrics")).put("netGmv", "90.01");
        assertThat(reader.ofView(JUNE, view)).singleElement().asString().contains("total.netGmv");
    }

    @Test
    void buyersOfTheTotalBeyondTheFieldsBreakAnInvariant() {
        ((ObjectNode) view.at("/total/metrics/buyers")).put("upper", 1);
        assertThat(reader.ofView(JUNE, view)).singleElement().asString().contains("total.buyers.upper is 1");
    }

    @Test
    void refundsBeyondWhatWasPaidBreakAnInvariant() {
        metrics("livestream").put("refundsOfPeriod", "100.01");
        assertThat(reader.ofView(JUNE, view)).anyMatch(wrong -> wrong.contains("refunds of what was paid"));
    }

    @Test
    void anUnmarkedStaleOrMissingFieldBreaksAnInvariant() {
        section("creator").put("status", "stale");
        assertThat(reader.ofView(JUNE, view)).singleElement().asString().contains("calls itself complete");

        view.put("complete", false);
        assertThat(reader.ofView(JUNE, view)).isEmpty();

        section("creator").put("status", "missing");
        assertThat(reader.ofView(JUNE, view)).singleElement().asString().contains("do not fit");
    }

    @Test
    void aFieldThatGoesBackBreaksAnInvariant() {
        assertThat(reader.ofView(JUNE, view)).isEmpty();
        section("kol").put("watermark", "8").put("asOf", "2026-01-01T00:00:00Z");

        assertThat(reader.ofView(JUNE, view)).hasSize(2).allMatch(wrong -> wrong.contains("went back"));
        assertThat(Invariants.ofReadingOwnWrites(view, Map.of("kol", 9L))).hasSize(1);
        assertThat(Invariants.ofReadingOwnWrites(view, Map.of("kol", 8L))).isEmpty();
    }

    @Test
    void anIngestAnswerThatLosesALineBreaksAnInvariant() {
        assertThat(ingest(answer -> {})).isEmpty();
        assertThat(ingest(answer -> answer.put("stored", 1))).hasSize(1);
        assertThat(ingest(answer -> answer.put("rejected", 2).put("received", 5)))
                .hasSize(1);
        assertThat(ingest(answer -> answer.put("received", 7).put("undecided", 3)))
                .isEmpty();
    }

    private static List<String> ingest(Consumer<ObjectNode> fault) {
        var answer = (ObjectNode) JSON.readTree("""
                {"received": 4, "stored": 2, "duplicates": 1, "rejected": 1,
                 "errors": [{"line": 3, "code": "amount.invalid"}], "watermarks": {}}""");
        fault.accept(answer);
        return Invariants.ofIngest(answer);
    }

    private List<String> differences() {
        return Differences.between(ORACLE.view(JUNE), view);
    }

    private ObjectNode section(String field) {
        return (ObjectNode) view.at("/fields/" + field);
    }

    private ObjectNode metrics(String field) {
        return (ObjectNode) view.at("/fields/" + field + "/metrics");
    }

    /** The oracle's own view, as an installation would answer it. */
    private static ObjectNode trueView() {
        var expected = ORACLE.view(JUNE);
        var view = JSON.createObjectNode();
        view.put("complete", true);
        view.set("fields", json(expected.get("fields")));
        view.path("fields")
                .forEach(section -> ((ObjectNode) section)
                        .put("status", "fresh")
                        .put("watermark", "9")
                        .put("asOf", "2026-01-02T00:00:00Z"));
        view.set("total", json(expected.get("total")));
        var others = view.putArray("otherCurrencies");
        ((Map<?, ?>) requireNonNull(expected.get("otherCurrencies"))).forEach((currency, sections) -> {
            var other = others.addObject().put("currency", String.valueOf(currency));
            var fields = (ObjectNode) json(sections);
            other.set("total", fields.remove("total"));
            other.set("fields", fields);
        });
        return view;
    }

    private static JsonNode json(@Nullable Object expected) {
        if (expected == Oracle.OPEN) {
            return JSON.nullNode();
        }
        if (expected instanceof Map<?, ?> members) {
            var object = JSON.createObjectNode();
            members.forEach((name, value) -> object.set(String.valueOf(name), json(value)));
            return object;
        }
        return JSON.valueToTree(expected);
    }
}
