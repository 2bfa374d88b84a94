package io.factmatrix.gateway.domain;

import io.factmatrix.ledger.domain.figures.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * What a series is asked for.
 *
 * @param whole the period of the whole series
 * @param question about a part of it, or about the whole
 * @param metrics those that each point is to have
 */
public record SeriesQuestion(Period whole, Question question, Step step, MetricNames metrics) {

    /** Points that are read at once, and so of one state of each ledger. */
    private static final int AT_ONCE = 1_000;

    /** Points of a usual day. */
    public static int perDay(Step step) {
        return switch (step) {
            case QUARTER_HOUR -> 96;
            case HOUR -> 24;
            case DAY -> 1;
        };
    }

    /** The same about so few days each that they can be read at once; one after the other they are the whole period. */
    public List<SeriesQuestion> parts() {
        long days = AT_ONCE / perDay(step);
        var period = question.period();
        var parts = new ArrayList<SeriesQuestion>();
        for (var from = period.from(); from.isBefore(period.to()); from = from.plusDays(days)) {
            var to = from.plusDays(days);
            var part = new Period(from, to.isBefore(period.to()) ? to : period.to(), period.zone());
            parts.add(new SeriesQuestion(whole, question.about(part), step, metrics));
        }
        return parts;
    }

    /** Whether people are to be counted. */
    public boolean ofPeople() {
        return metrics.ofPeople();
    }
}
