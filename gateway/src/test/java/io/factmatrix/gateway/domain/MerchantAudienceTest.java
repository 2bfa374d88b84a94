package io.factmatrix.gateway.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.gateway.domain.Section.Fresh;
import io.factmatrix.gateway.domain.Section.Missing;
import io.factmatrix.gateway.testing.StubService;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.Position;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.Audience;
import io.factmatrix.ledger.domain.figures.AudienceSketch;
import io.factmatrix.ledger.domain.figures.BuyerDays;
import io.factmatrix.ledger.domain.figures.Buyers;
import io.factmatrix.ledger.domain.figures.FieldAudience;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MerchantAudienceTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> STAGES = List.of("aware", "interested", "purchased", "loyal");

    /** What happened to whom in one field. */
    private static final class Told {

        final Set<String> saw = new HashSet<>();
        final Set<String> interacted = new HashSet<>();
        final Map<String, Set<Long>> paid = new TreeMap<>();

        Told saw(String... people) {
            saw.addAll(List.of(people));
            return this;
        }

        Told interacted(String... people) {
            interacted.addAll(List.of(people));
            return this;
        }

        Told paid(String person, long day) {
            paid.computeIfAbsent(person, first -> new TreeSet<>()).add(day);
            return this;
        }

        Set<String> of(String stage) {
            var people = new HashSet<String>();
            paid.forEach((person, days) -> {
                if (!stage.equals("loyal") || days.size() > 1) {
                    people.add(person);
                }
            });
            if (stage.equals("interested") || stage.equals("aware")) {
                people.addAll(interacted);
            }
            if (stage.equals("aware")) {
                people.addAll(saw);
            }
            return people;
        }

        Audience audience() {
            var days = new BuyerDays.Gathering();
            paid.forEach((person, on) -> days.add(
                    person,
                    on.stream().min(Long::compare).orElseThrow(),
                    on.stream().max(Long::compare).orElseThrow()));
            return Audience.of(
                    sketch(saw), sketch(interacted), counted(of("purchased")), counted(of("loyal")), days.days());
        }
    }

    @Test
    void eachPersonCountsOnceInWhateverFieldsTheyWere() {
        var view = view(Map.of(
                Field.LIVESTREAM, new Told().saw("a", "b").interacted("b").paid("c", 1),
                Field.CREATOR,
                        new Told().saw("b", "d").paid("c", 2).paid("e", 3).paid("e", 4)));
        assertExact(view, "/fields/livestream", 3, 2, 1, 0);
        assertExact(view, "/fields/creator", 4, 2, 2, 1);
        // Of c, who paid a day in each.
        assertExact(view, "/total", 5, 3, 2, 2);
        assertExact(view, "/fields/livestream/alone", 1, 1, 0, 0);
        assertExact(view, "/fields/creator/alone", 2, 1, 1, 1);
        assertExact(view, overlap(view, "livestream", "creator"), 2, 1, 1, 0);
        assertExact(view, overlap(view, "livestream", "kol"), 0, 0, 0, 0);
        assertThat(view.at("/overlaps")).hasSize(26);
        assertThat(view.at("/complete").booleanValue()).isTrue();
    }

    @Test
    void whatAMissingFieldMayHaveIsNotKnown() {
        var view =
                view(Map.of(Field.LIVESTREAM, new Told().saw("a"), Field.CREATOR, new Told().saw("a", "b")), Field.KOL);
        assertThat(view.at("/complete").booleanValue()).isFalse();
        assertThat(view.at("/fields/kol/status").stringValue()).isEqualTo("missing");
        assertThat(view.at("/fields/livestream/alone").isNull()).isTrue();
        assertExact(view, "/total", 2, 0, 0, 0);
        assertExact(view, overlap(view, "livestream", "creator"), 1, 0, 0, 0);
        assertThat(view.at(overlap(view, "livestream", "kol") + "/aware").isNull())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void largeSetsLieWithinTheirBoundsAndStagesWithinEachOther(long seed) {
        var chance = new Random(seed);
        var inLivestream = random(chance, 1 + chance.nextInt(40_000), 60_000);
        var inCreator = random(chance, 1 + chance.nextInt(40_000), 60_000);
        var inCampaign = random(chance, 1 + chance.nextInt(40_000), 60_000);
        var view = view(Map.of(Field.LIVESTREAM, inLivestream, Field.CREATOR, inCreator, Field.CAMPAIGN, inCampaign));
        int asked = 0;
        int outside = 0;
        for (var stage : STAGES) {
            var livestream = inLivestream.of(stage);
            var creator = inCreator.of(stage);
            var both = new HashSet<>(livestream);
            both.retainAll(creator);
            var alone = new HashSet<>(creator);
            alone.removeAll(livestream);
            alone.removeAll(inCampaign.of(stage));
            var truth = Map.of(
                    "/fields/creator",
                    creator.size(),
                    "/fields/creator/alone",
                    alone.size(),
                    overlap(view, "livestream", "creator"),
                    both.size(),
                    "/total",
                    union(List.of(inLivestream, inCreator, inCampaign), stage).size());
            for (var figure : truth.entrySet()) {
                var people = view.at(figure.getKey() + "/" + stage);
                asked++;
                if (people.get("lower").intValue() > figure.getValue()
                        || people.get("upper").intValue() < figure.getValue()) {
                    outside++;
                }
                if (people.get("exact").booleanValue()) {
                    assertThat(people.get("value").intValue()).isEqualTo(figure.getValue());
                }
            }
        }
        assertThat(asked).isEqualTo(16);
        // 5% of them may; that more than three of sixteen do has a probability of less than 1 in 100, and they are
        // chosen once for all.
        assertThat(outside).isLessThanOrEqualTo(3);
        for (var at : List.of("/total", "/fields/livestream", overlap(view, "livestream", "creator"))) {
            for (var member : List.of("value", "lower", "upper")) {
                var numbers = STAGES.stream()
                        .map(stage -> view.at(at + "/" + stage + "/" + member).intValue())
                        .toList();
                assertThat(numbers).isSortedAccordingTo((left, right) -> Integer.compare(right, left));
            }
        }
    }

    /** Bought by everybody who is aware: what was counted stays as it was counted, however the rest is estimated. */
    @Test
    void anEstimateNeverMovesWhatWasCounted() {
        for (int seed = 0; seed < 40; seed++) {
            assertThatWhatWasCountedIsToldAsItWas(seed);
        }
    }

    private static void assertThatWhatWasCountedIsToldAsItWas(int seed) {
        var here = new Told();
        var there = new Told();
        for (int person = 0; person < 6_000; person++) {
            here.paid(seed + "-" + person, 1).paid(seed + "-" + person, 2);
            there.saw(seed + "-" + person);
        }
        var few = new Told().saw(seed + "-1", seed + "-x").interacted(seed + "-2");
        var view = view(Map.of(Field.LIVESTREAM, here, Field.CREATOR, there, Field.KOL, few));

        for (var figure : List.of(
                "/fields/livestream/purchased", "/fields/livestream/loyal", "/total/purchased", "/total/loyal")) {
            assertThat(view.at(figure).toString())
                    .as(figure)
                    .isEqualTo("{\"value\":6000,\"lower\":6000,\"upper\":6000,\"exact\":true}");
        }
        assertThat(view.at("/fields/livestream/aware/lower").intValue()).isGreaterThanOrEqualTo(6_000);
        assertThat(view.at("/total/aware/lower").intValue()).isGreaterThanOrEqualTo(6_000);
        assertExact(view, "/fields/kol", 3, 1, 0, 0);
        // Nobody is exact beside however many.
        assertThat(view.at(overlap(view, "livestream", "kol") + "/purchased/exact")
                        .booleanValue())
                .isTrue();
        assertExact(view, overlap(view, "livestream", "campaign"), 0, 0, 0, 0);
        assertExact(view, "/fields/campaign/alone", 0, 0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noPartIsGreaterThanItsWhole(long seed) {
        var chance = new Random(seed);
        var told = new EnumMap<Field, Told>(Field.class);
        for (var field : Field.values()) {
            told.put(field, random(chance, 1 + chance.nextInt(chance.nextBoolean() ? 9_000 : 90), 10_000));
        }
        var view = view(told);
        for (var stage : STAGES) {
            for (var field : Field.values()) {
                assertPart(view, "/fields/" + field.word() + "/" + stage, "/total/" + stage);
                assertPart(
                        view, "/fields/" + field.word() + "/alone/" + stage, "/fields/" + field.word() + "/" + stage);
            }
            for (int at = 0; at < 26; at++) {
                for (var field : view.at("/overlaps/" + at + "/fields")) {
                    assertPart(view, "/overlaps/" + at + "/" + stage, "/fields/" + field.stringValue() + "/" + stage);
                }
            }
            assertPart(
                    view,
                    overlap(view, "livestream", "creator", "kol") + "/" + stage,
                    overlap(view, "livestream", "kol") + "/" + stage);
        }
    }

    private static void assertPart(JsonNode view, String part, String whole) {
        for (var member : List.of("value", "lower", "upper")) {
            assertThat(view.at(part).get(member).intValue())
                    .as("%s of %s, of which %s is a part", member, whole, part)
                    .isLessThanOrEqualTo(view.at(whole).get(member).intValue());
        }
    }

    private static Told random(Random chance, int size, int all) {
        var told = new Told();
        for (int number = 0; number < size; number++) {
            var person = "p-" + chance.nextInt(all);
            switch (chance.nextInt(4)) {
                case 0 -> told.saw(person);
                case 1 -> told.interacted(person);
                default -> told.paid(person, chance.nextInt(5));
            }
        }
        return told;
    }

    private static Set<String> union(Collection<Told> told, String stage) {
        if (stage.equals("loyal")) {
            var all = new HashMap<String, Set<Long>>();
            told.forEach(field -> field.paid.forEach((person, days) ->
                    all.computeIfAbsent(person, first -> new TreeSet<>()).addAll(days)));
            return all.entrySet().stream()
                    .filter(days -> days.getValue().size() > 1)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }
        return told.stream().flatMap(field -> field.of(stage).stream()).collect(Collectors.toSet());
    }

    private static void assertExact(JsonNode view, String at, int... numbers) {
        for (int stage = 0; stage < STAGES.size(); stage++) {
            var people = view.at(at + "/" + STAGES.get(stage));
            assertThat(people.toString())
                    .as(at + " " + STAGES.get(stage))
                    .isEqualTo(
                            "{\"value\":%1$d,\"lower\":%1$d,\"upper\":%1$d,\"exact\":true}".formatted(numbers[stage]));
        }
    }

    private static String overlap(JsonNode view, String... fields) {
        for (int at = 0; at < view.at("/overlaps").size(); at++) {
            var named = view.at("/overlaps/" + at + "/fields").values().stream()
                    .map(JsonNode::stringValue)
                    .toList();
            if (named.equals(List.of(fields))) {
                return "/overlaps/" + at;
            }
        }
        throw new AssertionError("No overlap of " + List.of(fields));
    }

    private static JsonNode view(Map<Field, Told> told, Field... missing) {
        var sections = new EnumMap<Field, Section<FieldAudience>>(Field.class);
        for (var field : Field.values()) {
            var audience = told.getOrDefault(field, new Told()).audience();
            var standing = StubService.settled(new Position(1, Instant.parse("2026-06-01T00:00:00Z"), 0));
            sections.put(field, new Fresh<>(new FieldAudience(field, standing, throughJson(audience))));
        }
        for (var field : missing) {
            sections.put(field, new Missing<>(field + " timed out"));
        }
        var day = LocalDate.of(2026, 6, 1);
        var question = new Question(
                new Period(day, day.plusDays(9), ZoneOffset.UTC), Currency.getInstance("CNY"), null, null, null, null);
        var audience = new MerchantAudience(MerchantId.of("m1"), new Sections<>(question, sections));
        return JSON.valueToTree(audience.body());
    }

    /** As it comes from a service. */
    private static Audience throughJson(Audience audience) {
        return JSON.readValue(JSON.writeValueAsString(audience), Audience.class);
    }

    private static AudienceSketch sketch(Set<String> people) {
        var gathering = new AudienceSketch.Gathering();
        people.forEach(gathering::add);
        return gathering.sketch();
    }

    private static Buyers counted(Set<String> people) {
        return Buyers.counted(people.size(), sketch(people));
    }
}
