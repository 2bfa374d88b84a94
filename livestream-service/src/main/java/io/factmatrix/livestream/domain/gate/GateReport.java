package io.factmatrix.livestream.domain.gate;

import io.factmatrix.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a session stands before its gates.
 *
 * @param failures in the order of the gates, then of the lines
 */
public record GateReport(Preparation preparation, List<Failure> failures) {

    /** A problem tells of so many; the report tells of all. */
    private static final int MOST_TOLD = 100;

    public GateReport {
        failures = List.copyOf(failures);
    }

    /**
     * The report of that session.
     *
     * @param overrides by the failures they are for
     */
    public static GateReport of(Preparation preparation, List<Rule> rules, Map<String, GateOverride> overrides) {
        var failures = new ArrayList<Failure>();
        for (var rule : rules) {
            for (var finding : rule.profile().condition().findings(preparation)) {
                var failure = Failure.of(rule, preparation, finding);
                failures.add(failure.with(overrides.get(failure.id())));
            }
        }
        failures.sort(Comparator.comparing(
                        (Failure failure) -> failure.rule().profile().gate())
                .thenComparing(failure -> Objects.requireNonNullElse(failure.place(), 0))
                .thenComparing(failure -> failure.rule().id().value()));
        return new GateReport(preparation, failures);
    }

    private List<Failure> blocking() {
        return failures.stream().filter(Failure::isBlocking).toList();
    }

    /** 409 {@code gates.failed} when a blocking rule is not kept and nobody let it pass; {@code failures} lists where. */
    public void requirePassed() {
        requireNone(blocking());
    }

    /** The same, but for those that were there before. */
    public void requireNoneNew(GateReport before) {
        var known = before.blocking().stream().map(Failure::id).toList();
        requireNone(blocking().stream()
                .filter(failure -> !known.contains(failure.id()))
                .toList());
    }

    private static void requireNone(List<Failure> blocking) {
        if (!blocking.isEmpty()) {
            throw new ProblemException(
                    409,
                    "gates.failed",
                    "gates: %d blocking failures, the first: %s (expected: none that is not overridden)"
                            .formatted(blocking.size(), blocking.get(0).detail()),
                    Map.of(
                            "failures",
                            blocking.stream()
                                    .limit(MOST_TOLD)
                                    .map(Failure::members)
                                    .toList()));
        }
    }

    /** The failure of that id; 404 {@code failure.unknown} when there is none now. */
    public Failure failure(String id) {
        return failures.stream()
                .filter(failure -> failure.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        404, "failure.unknown", "failure: %s (expected: one that the session has now)".formatted(id)));
    }

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("session", preparation.session().id());
        members.put("passed", blocking().isEmpty());
        members.put("blocking", blocking().size());
        members.put("failures", failures.stream().map(Failure::members).toList());
        return members;
    }
}
