package io.factmatrix.gateway.domain;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How many came how far. */
final class Stages {

    private final Map<Stage, Group> groups = new EnumMap<>(Stage.class);

    private Stages(Function<Stage, Group> group) {
        for (var stage : Stage.values()) {
            groups.put(stage, group.apply(stage));
        }
    }

    /** Those of each stage, of whom everybody is in the one before. */
    static Stages nested(Function<Stage, Group> group) {
        var stages = new Stages(group);
        for (int at = 1; at < Stage.values().length; at++) {
            stages.at(Stage.values()[at - 1]).contains(stages.at(Stage.values()[at]));
        }
        return stages;
    }

    /** Those of each stage: to be in one says nothing of another. */
    static Stages apart(Function<Stage, Group> group) {
        return new Stages(group);
    }

    Group at(Stage stage) {
        return Objects.requireNonNull(groups.get(stage));
    }

    /** From the first stage to the last. */
    Collection<Group> groups() {
        return groups.values();
    }

    /** Whoever is in a stage of those is in the same stage of these. */
    void contain(Stages parts) {
        groups.forEach((stage, whole) -> whole.contains(parts.at(stage)));
    }

    Map<String, @Nullable Object> body() {
        var members = new Members();
        groups.forEach((stage, group) -> members.add(stage.member(), Metrics.people(group.people())));
        return members.object();
    }

    /** What is told when nothing is known. */
    static Map<String, @Nullable Object> unknown() {
        var members = new Members();
        for (var stage : Stage.values()) {
            members.add(stage.member(), null);
        }
        return members.object();
    }
}
