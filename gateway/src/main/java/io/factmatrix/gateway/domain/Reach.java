package io.factmatrix.gateway.domain;

import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.Audience;
import io.factmatrix.ledger.domain.figures.AudienceSketch;
import io.factmatrix.ledger.domain.figures.BuyerDays;
import io.factmatrix.ledger.domain.figures.Buyers;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** How many the fields reached: each of them, it alone, several of them, all together; and no part is greater than its whole. */
final class Reach {

    private final Map<Field, Audience> audiences;
    private final Stages total;
    private final Map<Field, Stages> fields = new LinkedHashMap<>();
    private final Map<Field, Stages> alone = new LinkedHashMap<>();
    private final Map<List<Field>, Map<Stage, AudienceSketch>> common = new LinkedHashMap<>();
    private final Map<List<Field>, Stages> overlaps = new LinkedHashMap<>();

    /** @param audiences of the fields of which they are known */
    Reach(Map<Field, Audience> audiences) {
        this.audiences = audiences;
        audiences.forEach(
                (field, audience) -> fields.put(field, Stages.nested(stage -> Group.of(stage.people(audience)))));
        this.total = Stages.nested(this::total);
        audiences.forEach((field, audience) -> alone.put(field, alone(field, audience)));
        audiences.forEach(this::addOverlaps);
        contain();
        Group.reconcile(groups());
    }

    private Group total(Stage stage) {
        return switch (stage) {
            case AWARE, INTERESTED -> new Group(union(stage, audiences.values()).people(), BigInteger.ZERO, sum(stage));
            case PURCHASED -> {
                var buyers =
                        audiences.values().stream().map(Audience::purchased).reduce(Buyers.NONE, Buyers::plus);
                yield new Group(buyers.people(), buyers.atLeast(), buyers.atMost());
            }
            case LOYAL -> loyalToAll();
        };
    }

    private BigInteger sum(Stage stage) {
        return fields.values().stream()
                .map(stages -> stages.at(stage).atMost())
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /**
     * Who came back may have done so in another field; then they are among the buyers of two fields, and so no more than all buyers of
     * fields but the greatest.
     */
    private Group loyalToAll() {
        var greatest = fields.values().stream()
                .map(stages -> stages.at(Stage.PURCHASED).atMost())
                .reduce(BigInteger.ZERO, BigInteger::max);
        var elsewhere = sum(Stage.PURCHASED).subtract(greatest);
        var days = audiences.values().stream().map(Audience::days).reduce(BuyerDays::union);
        return new Group(
                days.orElse(Audience.NONE.days()).loyal(),
                BigInteger.ZERO,
                sum(Stage.LOYAL).add(elsewhere));
    }

    private static AudienceSketch union(Stage stage, Collection<Audience> of) {
        return of.stream().map(stage::sketch).reduce(AudienceSketch.NONE, AudienceSketch::union);
    }

    /** In each stage those of a field who are in it in no other; in a stage before it they may be in others, too. */
    private Stages alone(Field field, Audience own) {
        var others = new LinkedHashMap<>(audiences);
        others.remove(field);
        return Stages.apart(stage -> {
            var atMostElsewhere = others.keySet().stream()
                    .map(other -> of(other).at(stage).atMost())
                    .reduce(BigInteger.ZERO, BigInteger::add);
            return new Group(
                    stage.sketch(own).without(union(stage, others.values())).people(),
                    of(field).at(stage).atLeast().subtract(atMostElsewhere).max(BigInteger.ZERO),
                    Group.ANY);
        });
    }

    /** Of that field with every combination of those before it. */
    private void addOverlaps(Field field, Audience audience) {
        var before = new LinkedHashMap<>(common);
        common.put(List.of(field), sketches(stage -> stage.sketch(audience)));
        before.forEach((fewer, people) -> {
            var combination = new ArrayList<>(fewer);
            combination.add(field);
            var all =
                    sketches(stage -> Objects.requireNonNull(people.get(stage)).intersection(stage.sketch(audience)));
            common.put(List.copyOf(combination), all);
            overlaps.put(
                    List.copyOf(combination),
                    Stages.nested(stage ->
                            Group.of(Objects.requireNonNull(all.get(stage)).people())));
        });
    }

    private static Map<Stage, AudienceSketch> sketches(Function<Stage, AudienceSketch> of) {
        var sketches = new EnumMap<Stage, AudienceSketch>(Stage.class);
        for (var stage : Stage.values()) {
            sketches.put(stage, of.apply(stage));
        }
        return sketches;
    }

    private void contain() {
        fields.values().forEach(total::contain);
        alone.forEach((field, stages) -> of(field).contain(stages));
        overlaps.forEach((combination, stages) -> {
            for (var field : combination) {
                var fewer = new ArrayList<>(combination);
                fewer.remove(field);
                (fewer.size() == 1 ? of(fewer.get(0)) : Objects.requireNonNull(overlaps.get(fewer))).contain(stages);
            }
        });
    }

    /** Those in which others are parts first. */
    private List<Group> groups() {
        var groups = new ArrayList<>(total.groups());
        fields.values().forEach(stages -> groups.addAll(stages.groups()));
        alone.values().forEach(stages -> groups.addAll(stages.groups()));
        overlaps.entrySet().stream()
                .sorted(Comparator.comparing(overlap -> overlap.getKey().size()))
                .forEach(overlap -> groups.addAll(overlap.getValue().groups()));
        return groups;
    }

    Stages total() {
        return total;
    }

    /** Of a field of which they are known. */
    Stages of(Field field) {
        return Objects.requireNonNull(fields.get(field));
    }

    /** Of a field those who are in the same stage in none of the others, as far as these are known. */
    Stages ofAlone(Field field) {
        return Objects.requireNonNull(alone.get(field));
    }

    /** In the same stage in each of these fields; empty when one of them is not known. */
    Optional<Stages> overlap(List<Field> combination) {
        return Optional.ofNullable(overlaps.get(combination));
    }
}
