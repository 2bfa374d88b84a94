package io.factmatrix.deploy.acceptance;

import static io.factmatrix.deploy.acceptance.Events.audience;
import static io.factmatrix.deploy.acceptance.Events.paid;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Who was reached, on cases small enough to be counted by hand; and faults planted into true answers are each found. */
class AudienceOracleTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final ViewQuery JUNE =
            ViewQuery.of(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 7, 1), "Asia/Shanghai", "CNY");

    /** One saw, one did something, two paid of whom one on two days; of these one saw it elsewhere. */
    private static final List<Event> FEW = List.of(
            audience("a", "u-saw", "saw"),
            audience("b", "u-did", "interacted"),
            payment("c", "livestream", "u-paid", Events.NOON),
            payment("d", "livestream", "u-loyal", Events.NOON),
            payment("e", "livestream", "u-loyal", "2025-06-10T16:00:00Z"),
            audience("f", "u-paid", "saw").with("field", "kol"),
            payment("g", "creator", "u-paid", "2025-06-12T12:00:00Z"));

    private static Event payment(String id, String field, String buyer, String at) {
        return paid(id, "o-" + id, "1.00")
                .with("field", field)
                .with("audience", buyer)
                .with("occurredAt", at);
    }

    @Test
    void everyStageIsPartOfTheOneBefore() {
        assertThat(counts(FEW, JUNE, "fields", "livestream")).containsExactly(4, 3, 2, 1);
        assertThat(counts(FEW, JUNE, "fields", "kol")).containsExactly(1, 0, 0, 0);
        assertThat(counts(FEW, JUNE, "fields", "campaign")).containsExactly(0, 0, 0, 0);
    }

    @Test
    void aDayIsOneOfTheZoneAskedFor() {
        var utc = ViewQuery.of(JUNE.from(), JUNE.to(), "UTC", "CNY");

        assertThat(counts(FEW, utc, "fields", "livestream")).containsExactly(4, 3, 2, 0);
    }

    @Test
    void whoPaidOnTwoDaysInTwoFieldsIsLoyalToBothTogetherAndToNeitherAlone() {
        assertThat(counts(FEW, JUNE, "total")).containsExactly(4, 3, 2, 2);
        assertThat(counts(FEW, JUNE, "overlaps", "livestream+creator")).containsExactly(1, 1, 1, 0);
    }

    @Test
    void aloneIsWhoIsInTheSameStageInNoOtherField() {
        assertThat(counts(FEW, JUNE, "fields", "livestream", "alone")).containsExactly(3, 2, 1, 1);
        assertThat(counts(FEW, JUNE, "fields", "creator", "alone")).containsExactly(0, 0, 0, 0);
        assertThat(counts(
                        List.of(audience("a", "u", "saw").with("field", "kol"), audience("b", "u", "interacted")),
                        JUNE,
                        "fields",
                        "livestream",
                        "alone"))
                .containsExactly(0, 1, 0, 0);
        assertThat(counts(FEW, JUNE, "fields", "kol", "alone")).containsExactly(0, 0, 0, 0);
        assertThat(counts(FEW, JUNE, "overlaps", "livestream+kol")).containsExactly(1, 0, 0, 0);
        assertThat(counts(FEW, JUNE, "overlaps", "livestream+creator+kol")).containsExactly(1, 0, 0, 0);
    }

    @Test
    void whatIsReplacedOfAnotherCurrencyOrFilteredOutReachesNobody() {
        var events = new ArrayList<>(FEW);
        events.add(audience("h", "u-saw", "saw").with("replaces", "a").with("occurredAt", "2025-07-02T00:00:00Z"));
        events.add(payment("i", "kol", "u-loyal", Events.NOON).with("amount", Events.money("1", "JPY")));

        assertThat(counts(events, JUNE, "total")).containsExactly(3, 3, 2, 2);
        assertThat(counts(events, JUNE.withProduct("p-1"), "total")).containsExactly(2, 2, 2, 2);
        assertThat(counts(events, JUNE.withTouchpoint("another"), "total")).containsExactly(0, 0, 0, 0);
        assertThat(counts(events, JUNE.withCurrency("JPY"), "fields", "kol")).containsExactly(2, 1, 1, 0);
    }

    @Test
    void ofManyOnlyThoseWhoPaidAreKnownExactlyInAField() {
        var events = new ArrayList<Event>();
        IntStream.range(0, 5_000)
                .forEach(person -> events.add(payment("e-" + person, "livestream", "u-" + person, Events.NOON)));
        IntStream.range(4_990, 9_000)
                .forEach(person ->
                        events.add(audience("a-" + person, "u-" + person, "saw").with("field", "kol")));

        assertThat(at(events, "fields", "livestream", "purchased")).isEqualTo(Oracle.exactly(5_000));
        assertThat(at(events, "fields", "livestream", "aware"))
                .hasToString("an estimate of 5000, from 5000 to any number");
        assertThat(at(events, "fields", "livestream", "alone", "purchased")).isEqualTo(Oracle.exactly(5_000));
        assertThat(at(events, "fields", "livestream", "alone", "aware"))
                .hasToString("an estimate of 4990, from 0 to any number");
        assertThat(at(events, "fields", "kol", "alone", "aware")).hasToString("an estimate of 4000, from 0 to 4010");
        assertThat(at(events, "fields", "kol", "aware")).isEqualTo(Oracle.exactly(4_010));
        assertThat(at(events, "overlaps", "livestream+kol", "aware")).hasToString("an estimate of 10, from 0 to 4010");
        assertThat(at(events, "overlaps", "livestream+kol", "loyal")).isEqualTo(Oracle.exactly(0));
        assertThat(at(events, "total", "aware")).hasToString("an estimate of 9000, from 4010 to any number");
        assertThat(at(events, "total", "purchased")).isEqualTo(Oracle.exactly(5_000));
        assertThat(at(events, "total", "loyal")).isEqualTo(Oracle.exactly(0));
    }

    @Test
    void aTrueAnswerHasNothingWrong() {
        assertThat(wrong(answer -> {})).isEmpty();
    }

    @Test
    void aFieldAStageOrAnOverlapThatIsWrongIsFound() {
        assertThat(wrong(answer -> figure(answer, "/fields/livestream/aware").put("value", 5)))
                .contains("audience.fields.livestream.aware.value: 5 (expected: 4)");
        assertThat(wrong(answer -> figure(answer, "/fields/livestream/alone").remove("loyal")))
                .containsExactly(
                        "audience.fields.livestream.alone.loyal: missing (expected: " + Oracle.exactly(1) + ")");
        assertThat(wrong(answer -> answer.withArray("overlaps").remove(0))).hasSize(1);
        assertThat(wrong(answer -> figure(answer, "/total/loyal")
                        .put("value", 1)
                        .put("lower", 1)
                        .put("upper", 1)))
                .as("the fields' own loyal ones added up")
                .hasSize(3);
    }

    @Test
    void aPartGreaterThanItsWholeIsFound() {
        assertThat(invariants(answer -> figure(answer, "/total/interested").put("upper", 5)))
                .singleElement()
                .asString()
                .contains("greater upper");
        assertThat(invariants(
                        answer -> figure(answer, "/fields/kol/alone/aware").put("value", 2)))
                .singleElement()
                .asString()
                .contains("greater value");
        assertThat(invariants(answer -> figure(answer, "/overlaps/0/purchased").put("lower", 3)))
                .as("of both fields and of the stage before")
                .hasSize(3);
    }

    @Test
    void anUnmarkedMissingFieldIsFound() {
        assertThat(invariants(answer -> section(answer, "kol").put("status", "missing")))
                .hasSize(2);
        assertThat(invariants(answer -> {
                    answer.put("complete", false);
                    section(answer, "kol").put("status", "missing").remove(List.of("aware", "alone"));
                }))
                .isEmpty();
    }

    private static List<String> wrong(Consumer<ObjectNode> fault) {
        return Differences.betweenAudiences(new Oracle(FEW).audience(JUNE), faulty(fault));
    }

    private static List<String> invariants(Consumer<ObjectNode> fault) {
        return new Invariants().ofAudience(faulty(fault));
    }

    private static ObjectNode figure(ObjectNode answer, String path) {
        return (ObjectNode) answer.at(path);
    }

    private static ObjectNode section(ObjectNode answer, String field) {
        return figure(answer, "/fields/" + field);
    }

    /** The oracle's own answer, as an installation would give it, with a fault in it. */
    private static ObjectNode faulty(Consumer<ObjectNode> fault) {
        var expected = new Oracle(FEW).audience(JUNE);
        var answer = JSON.createObjectNode().put("complete", true);
        answer.set("fields", JSON.valueToTree(expected.get("fields")));
        answer.path("fields").forEach(section -> ((ObjectNode) section).put("status", "fresh"));
        answer.set("total", JSON.valueToTree(expected.get("total")));
        var overlaps = answer.putArray("overlaps");
        JSON.valueToTree(expected.get("overlaps")).properties().forEach(overlap -> {
            var one = (ObjectNode) overlap.getValue();
            one.set("fields", JSON.valueToTree(List.of(overlap.getKey().split("\\+", -1))));
            overlaps.add(one);
        });
        fault.accept(answer);
        return answer;
    }

    /** Of these figures what is counted, from aware to loyal. */
    private static List<Integer> counts(List<Event> events, ViewQuery query, String... path) {
        JsonNode figures = JSON.valueToTree(new Oracle(events).audience(query));
        for (var step : path) {
            figures = figures.path(step);
        }
        var counts = new ArrayList<Integer>();
        for (var stage : Audience.Stage.values()) {
            counts.add(figures.path(stage.member()).path("value").asInt(-1));
        }
        return counts;
    }

    private static @Nullable Object at(List<Event> events, String... path) {
        @Nullable Object value = new Oracle(events).audience(JUNE);
        for (var step : path) {
            value = value instanceof Map<?, ?> members ? members.get(step) : null;
        }
        return value;
    }
}
