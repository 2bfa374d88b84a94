package io.factmatrix.gateway.domain.campaign;

import io.factmatrix.gateway.domain.Sections;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.rollup.QuarterHour;
import io.factmatrix.ledger.domain.selection.SelectedTime;
import io.factmatrix.ledger.domain.selection.Selection;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What two campaigns have in common. Pages of their own they never have.
 *
 * @param from in whole quarter-hours
 * @param to excluded
 * @param selections what both assist, by field
 */
record Overlap(Campaign other, Instant from, Instant to, Map<Field, Selection> selections) {

    /** Those of these campaigns that share time and sales with that one, in the order of time. */
    static List<Overlap> of(Campaign campaign, CampaignTime time, List<Campaign> others) {
        return others.stream()
                .filter(other -> other.start().isBefore(campaign.end())
                        && campaign.start().isBefore(other.end()))
                .sorted((one, other) -> one.start().compareTo(other.start()))
                .map(other -> with(campaign, time, other))
                .filter(overlap -> !overlap.selections.isEmpty())
                .toList();
    }

    private static Overlap with(Campaign campaign, CampaignTime time, Campaign other) {
        var selections = new EnumMap<Field, Selection>(Field.class);
        for (var field : Sections.FIELDS) {
            if (field != Field.CAMPAIGN) {
                campaign.scope().shared(other.scope(), field).ifPresent(shared -> selections.put(field, shared));
            }
        }
        var start = QuarterHour.of(other.start()).start();
        var end = QuarterHour.from(other.end());
        return new Overlap(
                other,
                start.isAfter(time.start()) ? start : time.start(),
                end.isBefore(time.end()) ? end : time.end(),
                selections);
    }

    /** What is to be asked of that field; empty when they share nothing of it, or nothing yet. */
    Optional<SelectedTime> asked(Field field, Instant until) {
        var last = to.isBefore(until) ? to : until;
        var shared = selections.get(field);
        return shared == null || !from.isBefore(last)
                ? Optional.empty()
                : Optional.of(SelectedTime.whole(shared, from, last));
    }
}
