package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.FieldService;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.settlement.Standing;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * Where a merchant's ledgers stand, as their services told; equal as long as nothing of it has moved.
 *
 * @param told by each service
 */
public record PresentStandings(List<Told> told) {

    public PresentStandings {
        told = List.copyOf(told);
    }

    /** Where the ledgers of that service stand, or its failure to tell. */
    Mono<Map<Field, Standing>> of(FieldService service) {
        return told.stream()
                .filter(one -> one.service() == service)
                .findFirst()
                .map(Told::answer)
                .orElseThrow(() -> new IllegalStateException(service + " was not asked"));
    }

    /** The fields whose services are there. */
    public Stream<Field> present() {
        return told.stream().filter(one -> !one.isAway()).flatMap(one -> one.service().fields().stream());
    }
}
