package io.factmatrix.deploy.acceptance;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Who was reached in one window, as sets: by field and stage, and what of them each field has alone, has in common with others, and
 * all have together. Every stage of a field is part of the one before it.
 */
final class Audience {

    /** How far somebody came, the least first. */
    enum Stage {
        AWARE,
        INTERESTED,
        PURCHASED,
        LOYAL;

        /** As the answer names it. */
        String member() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final List<List<String>> COMBINATIONS = combinations();

    private final Map<String, Map<Stage, BitSet>> fields;
    private final Map<Stage, BitSet> everybody;

    /**
     * @param fields people by field and stage, each by a number
     * @param everybody of all fields together: who paid on one day here and on another there is loyal to them together
     */
    Audience(Map<String, Map<Stage, BitSet>> fields, Map<Stage, BitSet> everybody) {
        this.fields = fields;
        this.everybody = everybody;
    }

    /** Those of that window. */
    static Audience of(Facts facts, ViewQuery query) {
        var numbers = new HashMap<String, Integer>();
        var fields = new LinkedHashMap<String, Map<Stage, BitSet>>();
        Event.FIELDS.forEach(field -> fields.put(field, stages(facts, List.of(field), query, numbers)));
        return new Audience(fields, stages(facts, Event.FIELDS, query, numbers));
    }

    /** Two or more fields, in the order of the view. */
    private static List<List<String>> combinations() {
        var combinations = new ArrayList<List<String>>();
        for (int chosen = 0; chosen < 1 << Event.FIELDS.size(); chosen++) {
            var combination = new ArrayList<String>();
            for (int at = 0; at < Event.FIELDS.size(); at++) {
                if ((chosen >> at & 1) == 1) {
                    combination.add(Event.FIELDS.get(at));
                }
            }
            if (combination.size() > 1) {
                combinations.add(List.copyOf(combination));
            }
        }
        return List.copyOf(combinations);
    }

    private static Map<Stage, BitSet> stages(
            Facts facts, Collection<String> of, ViewQuery query, Map<String, Integer> numbers) {
        var saw = new BitSet();
        var interacted = new BitSet();
        for (var contact : facts.contacts) {
            if (isIn(query, of, contact.place()) && query.covers(contact.at())) {
                (contact.stage().equals("saw") ? saw : interacted).set(number(contact.person(), numbers));
            }
        }
        var paidOn = new HashMap<Integer, Set<LocalDate>>();
        for (var line : facts.lines) {
            var buyer = line.buyer();
            if (buyer != null
                    && line.amount().currency().equals(query.currency())
                    && isIn(query, of, line.place())
                    && query.covers(line.at())) {
                paidOn.computeIfAbsent(number(buyer, numbers), neverYet -> new HashSet<>())
                        .add(line.at().atZone(query.zone()).toLocalDate());
            }
        }
        var paid = new BitSet();
        var cameBack = new BitSet();
        paidOn.forEach((buyer, days) -> {
            paid.set(buyer);
            cameBack.set(buyer, days.size() > 1);
        });
        return stages(saw, interacted, paid, cameBack);
    }

    private static int number(String person, Map<String, Integer> numbers) {
        return numbers.computeIfAbsent(person, unknown -> numbers.size());
    }

    /** Whoever did more is in the stages of less, too. */
    static Map<Stage, BitSet> stages(BitSet saw, BitSet interacted, BitSet paid, BitSet cameBack) {
        var interested = union(interacted, paid);
        var stages = new EnumMap<Stage, BitSet>(Stage.class);
        stages.put(Stage.AWARE, union(saw, interested));
        stages.put(Stage.INTERESTED, interested);
        stages.put(Stage.PURCHASED, paid);
        stages.put(Stage.LOYAL, cameBack);
        return stages;
    }

    private static BitSet union(BitSet one, BitSet other) {
        var both = (BitSet) one.clone();
        both.or(other);
        return both;
    }

    private static boolean isIn(ViewQuery query, Collection<String> fields, Facts.Place place) {
        return fields.contains(place.field()) && query.selects(place.shop(), place.product(), place.touchpoint());
    }

    /** The judged members of the answer; its overlaps by their fields, see {@link #judged}. */
    Map<String, @Nullable Object> expected() {
        var sections = new LinkedHashMap<String, @Nullable Object>();
        for (var field : Event.FIELDS) {
            var section = byStage(stage -> ofField(field, stage));
            section.put("alone", byStage(stage -> alone(field, stage)));
            sections.put(field, section);
        }
        var overlaps = new LinkedHashMap<String, @Nullable Object>();
        for (var combination : COMBINATIONS) {
            overlaps.put(String.join("+", combination), byStage(stage -> overlap(combination, stage)));
        }
        var expected = new LinkedHashMap<String, @Nullable Object>();
        expected.put("fields", sections);
        expected.put("total", byStage(this::total));
        expected.put("overlaps", overlaps);
        return expected;
    }

    private static Map<String, @Nullable Object> byStage(Function<Stage, Object> figure) {
        var figures = new LinkedHashMap<String, @Nullable Object>();
        for (var stage : Stage.values()) {
            figures.put(stage.member(), figure.apply(stage));
        }
        return figures;
    }

    /** What of an answer is judged, in the shape of {@link #expected}. */
    static Map<String, Object> judged(JsonNode answer) {
        var sections = new TreeMap<String, Object>();
        answer.path("fields").properties().forEach(section -> sections.put(section.getKey(), figures(section)));
        var overlaps = new TreeMap<String, Object>();
        for (var overlap : answer.path("overlaps")) {
            var of = new ArrayList<String>();
            overlap.path("fields").forEach(field -> of.add(field.asString("")));
            var figures = new TreeMap<String, Object>();
            overlap.properties().forEach(member -> figures.put(member.getKey(), member.getValue()));
            figures.remove("fields");
            overlaps.put(String.join("+", of), figures);
        }
        var judged = new TreeMap<String, Object>();
        judged.put("fields", sections);
        judged.put("total", answer.path("total"));
        judged.put("overlaps", overlaps);
        return judged;
    }

    /** Of a section, without how fresh it is. */
    private static Map<String, Object> figures(Map.Entry<String, JsonNode> section) {
        var figures = new TreeMap<String, Object>();
        for (var stage : Stage.values()) {
            figures.put(stage.member(), section.getValue().path(stage.member()));
        }
        figures.put("alone", section.getValue().path("alone"));
        return figures;
    }

    /** Those who paid are counted in each field; of who saw or did something, many are estimated. */
    private Object ofField(String field, Stage stage) {
        var people = set(field, stage);
        return isKnown(field, stage)
                ? exactly(people)
                : new Estimate(count(people), count(set(field, Stage.PURCHASED)), Estimate.UNBOUNDED, count(people));
    }

    /** In that stage there, and in the same stage in no other field. */
    private Object alone(String field, Stage stage) {
        var own = set(field, stage);
        var others = new BitSet();
        Event.FIELDS.stream().filter(other -> !other.equals(field)).forEach(other -> others.or(set(other, stage)));
        var alone = (BitSet) own.clone();
        alone.andNot(others);
        boolean nobodyElse = isKnown(field, stage) && (own.isEmpty() || others.isEmpty());
        return nobodyElse || (isHeldWhole(own) && isHeldWhole(others))
                ? exactly(alone)
                : new Estimate(
                        count(alone),
                        BigInteger.ZERO,
                        isKnown(field, stage) ? count(own) : Estimate.UNBOUNDED,
                        count(own).max(count(others)));
    }

    /** In that stage in each of these fields. */
    private Object overlap(List<String> combination, Stage stage) {
        var common = (BitSet) set(combination.get(0), stage).clone();
        combination.forEach(field -> common.and(set(field, stage)));
        var parts = combination.stream().map(field -> set(field, stage)).toList();
        return parts.stream().anyMatch(BitSet::isEmpty) || parts.stream().allMatch(Audience::isHeldWhole)
                ? exactly(common)
                : new Estimate(
                        count(common),
                        BigInteger.ZERO,
                        combination.stream()
                                .filter(field -> isKnown(field, stage))
                                .map(field -> count(set(field, stage)))
                                .reduce(Estimate.UNBOUNDED, BigInteger::min),
                        parts.stream().map(Audience::count).reduce(BigInteger.ZERO, BigInteger::max));
    }

    /** Loyal ones are seen among those who paid: somebody may be loyal to all together and to no field. */
    private Object total(Stage stage) {
        var seenAmong = stage == Stage.LOYAL ? Stage.PURCHASED : stage;
        var all = people(everybody, stage);
        var known = Event.FIELDS.stream()
                .filter(field -> isKnown(field, stage))
                .map(field -> count(set(field, stage)))
                .toList();
        boolean allKnown = known.size() == Event.FIELDS.size();
        boolean oneFieldAtMost = Event.FIELDS.stream()
                        .filter(field -> !set(field, seenAmong).isEmpty())
                        .count()
                <= 1;
        if (isHeldWhole(people(everybody, seenAmong)) || (allKnown && oneFieldAtMost)) {
            return exactly(all);
        }
        return new Estimate(
                count(all),
                known.stream().reduce(BigInteger.ZERO, BigInteger::max),
                allKnown && stage != Stage.LOYAL
                        ? known.stream().reduce(BigInteger.ZERO, BigInteger::add)
                        : Estimate.UNBOUNDED,
                count(people(everybody, seenAmong)));
    }

    /** An installation must know exactly how many there are. */
    private boolean isKnown(String field, Stage stage) {
        return stage.compareTo(Stage.PURCHASED) >= 0 || isHeldWhole(set(field, stage));
    }

    private static boolean isHeldWhole(BitSet people) {
        return people.cardinality() <= Estimate.NOMINAL;
    }

    private BitSet set(String field, Stage stage) {
        return people(fields.getOrDefault(field, Map.of()), stage);
    }

    private static BitSet people(Map<Stage, BitSet> stages, Stage stage) {
        return stages.getOrDefault(stage, new BitSet());
    }

    private static BigInteger count(BitSet people) {
        return BigInteger.valueOf(people.cardinality());
    }

    private static Map<String, @Nullable Object> exactly(BitSet people) {
        return Oracle.exactly(people.cardinality());
    }
}
