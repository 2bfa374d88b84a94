package io.factmatrix.gateway.domain.campaign;

import io.factmatrix.gateway.domain.campaign.Campaign.Phase;
import io.factmatrix.ledger.domain.event.Field;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** A campaign, said piece by piece. */
record Plan(
        String id,
        String state,
        List<Phase> phases,
        List<String> products,
        List<Scope.Enrolment> touchpoints,
        List<String> pages) {

    static Plan of(String id) {
        return new Plan(id, "ended", List.of(), List.of(), List.of(), List.of());
    }

    /** From one local time to another. */
    Plan phase(String phase, String start, String end) {
        return phase(
                phase,
                OffsetDateTime.parse(start).toInstant(),
                OffsetDateTime.parse(end).toInstant());
    }

    Plan phase(String phase, Instant start, Instant end) {
        var more = new ArrayList<>(phases);
        more.add(new Phase(phase, start, end));
        return new Plan(id, state, more, products, touchpoints, pages);
    }

    Plan is(String now) {
        return new Plan(id, now, phases, products, touchpoints, pages);
    }

    Plan products(String... names) {
        return new Plan(id, state, phases, List.of(names), touchpoints, pages);
    }

    Plan touchpoint(Field field, String name) {
        var more = new ArrayList<>(touchpoints);
        more.add(new Scope.Enrolment(field, name));
        return new Plan(id, state, phases, products, more, pages);
    }

    Plan pages(String... names) {
        return new Plan(id, state, phases, products, touchpoints, List.of(names));
    }

    Campaign campaign() {
        return new Campaign(
                id,
                "platform-promotion",
                "name of " + id,
                state,
                phases,
                new Campaign.Goals(null),
                List.of(),
                new Scope(products, touchpoints, List.of()),
                pages.stream().map(page -> new Campaign.Page("main", page)).toList());
    }
}
