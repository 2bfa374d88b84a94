package io.factmatrix.plan.domain;

import java.util.List;

/**
 * What is promised beside a promise, as far as the fields answered.
 *
 * @param announced in every field, of other writes and of this one
 * @param unchecked fields that did not answer
 */
public record Surroundings(
        List<Promise> kept, List<Announcement> announced, List<Outcome.Unchecked> unchecked, KnownRules rules) {

    /** What the fields answered, put together. */
    public static Surroundings of(List<Outcome> outcomes, KnownRules rules) {
        var sights = outcomes.stream()
                .filter(Outcome.Seen.class::isInstance)
                .map(outcome -> ((Outcome.Seen) outcome).sight())
                .toList();
        return new Surroundings(
                sights.stream().flatMap(sight -> sight.kept().stream()).toList(),
                sights.stream().flatMap(sight -> sight.announced().stream()).toList(),
                outcomes.stream()
                        .filter(Outcome.Unchecked.class::isInstance)
                        .map(Outcome.Unchecked.class::cast)
                        .toList(),
                rules);
    }
}
