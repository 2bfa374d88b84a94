package io.factmatrix.gateway.http;

import io.factmatrix.gateway.domain.MetricNames;
import io.factmatrix.gateway.domain.Question;
import io.factmatrix.gateway.domain.SeriesQuestion;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.ledger.domain.figures.Step;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a series is asked for. */
final class SeriesQuestions {

    static final Set<String> PARAMETERS =
            Set.of("from", "to", "zone", "currency", "shop", "product", "touchpoint", "step", "metrics");

    /** A year of quarter-hours, and some more. */
    private static final int MOST_POINTS = 40_000;

    private static final String METRICS =
            "names of a view's metrics, separated by commas: " + String.join(", ", MetricNames.ALL);

    private SeriesQuestions() {}

    static SeriesQuestion of(Parameters parameters) {
        var question = Questions.of(parameters);
        var step = Objects.requireNonNullElse(parameters.optionalWord("step", Step.class), Step.DAY);
        var metrics = parameters.optional("metrics", METRICS, SeriesQuestions::metrics);
        checkLength(question, step);
        return new SeriesQuestion(
                question.period(), question, step, Objects.requireNonNullElseGet(metrics, MetricNames::everything));
    }

    private static void checkLength(Question question, Step step) {
        long points = question.period().days() * SeriesQuestion.perDay(step);
        if (points > MOST_POINTS) {
            throw ProblemException.invalid(
                    "step",
                    step.word(),
                    "one in which the period has at most %d points, and not %d".formatted(MOST_POINTS, points));
        }
    }

    private static @Nullable MetricNames metrics(String text) {
        var names = List.of(text.split(",", -1));
        return MetricNames.ALL.containsAll(names) ? MetricNames.of(names) : null;
    }
}
