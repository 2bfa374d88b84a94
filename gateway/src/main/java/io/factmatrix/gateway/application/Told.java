package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.FieldService;
import io.factmatrix.gateway.domain.FieldUnavailable;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.settlement.Standing;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What a service told of where its ledgers stand.
 *
 * @param standings none when it is away
 * @param away why it told nothing; null when it did
 */
public record Told(
        FieldService service,
        Map<Field, Standing> standings,
        @Nullable String away) {

    /** What that service answers, or that it does not. */
    public static Mono<Told> by(FieldService service, Mono<Map<Field, Standing>> asked) {
        return asked.map(standings -> new Told(service, standings, null))
                .onErrorResume(FieldUnavailable.class, away -> Mono.just(new Told(service, Map.of(), away.reason())));
    }

    public boolean isAway() {
        return away != null;
    }

    /** The same as it was answered: the standings, or the failure to tell them. */
    Mono<Map<Field, Standing>> answer() {
        return away == null ? Mono.just(standings) : Mono.error(() -> new FieldUnavailable(away));
    }
}
