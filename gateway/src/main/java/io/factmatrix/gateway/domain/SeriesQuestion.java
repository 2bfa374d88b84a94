package io.factmatrix.gateway.domain;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.figures.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a series is asked for.
 *
 * @param whole the period of the whole series
 * @param question about a part of it, or about the whole
 * @param metrics those that each point is to have
 */
public record SeriesQuestion(Period whole, Question question, Step step, MetricNames metrics) {

    /** Points that are read at once, and so of one state of each ledger: with all metrics, some 3 KB each of one field, and twice that once read. */
    private static final int AT_ONCE = 200;

    /** The same where each comes with the sketch of its buyers, up to 44 KB: so 5 MB of one field, 25 MB of all. */
    private static final int AT_ONCE_WITH_PEOPLE = 100;

    /** Points of a usual day. */
    public static int perDay(Step step) {
        return switch (step) {
            case QUARTER_HOUR -> 96;
            case HOUR -> 24;
            case DAY -> 1;
        };
    }

    /**
     * The same about so few days each that they can be read at once; one after the other they are the whole period. A day that a zone left out is in none of them, but for a
     * period that has no other.
     */
    public List<SeriesQuestion> parts() {
        long days = (ofPeople() ? AT_ONCE_WITH_PEOPLE : AT_ONCE) / perDay(step);
        var period = question.period();
        var parts = new ArrayList<SeriesQuestion>();
        for (var from = period.from(); from.isBefore(period.to()); from = from.plusDays(days)) {
            var to = from.plusDays(days);
            var part = new Period(from, to.isBefore(period.to()) ? to : period.to(), period.zone());
            if (part.start().isBefore(part.end())) {
                parts.add(new SeriesQuestion(whole, question.about(part), step, metrics));
            }
        }
        return parts.isEmpty() ? List.of(this) : parts;
    }

    /** What is answered before the points. */
    public Map<String, @Nullable Object> head(MerchantId merchant) {
        return new Members()
                .add("merchant", merchant.value())
                .add("period", whole.body())
                .add("currency", question.currency().getCurrencyCode())
                .add("step", step.word())
                .object();
    }

    /** Whether people are to be counted. */
    public boolean ofPeople() {
        return metrics.ofPeople();
    }
}
