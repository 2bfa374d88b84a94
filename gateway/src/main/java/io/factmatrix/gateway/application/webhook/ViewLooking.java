package io.factmatrix.gateway.application.webhook;

import io.factmatrix.gateway.application.FieldLedgers;
import io.factmatrix.gateway.application.Told;
import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.FieldService;
import io.factmatrix.gateway.domain.watch.Look;
import io.factmatrix.gateway.domain.watch.Sight;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.settlement.Standing;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where the ledgers stand: a view changes with that, and with nothing else. */
public final class ViewLooking implements Looking {

    private final FieldLedgers ledgers;

    public ViewLooking(FieldLedgers ledgers) {
        this.ledgers = ledgers;
    }

    @Override
    public Mono<Look> at(Caller caller) {
        return Flux.fromArray(FieldService.values())
                .flatMap(service -> Told.by(service, ledgers.standings(service, caller, false)))
                .flatMap(told -> Flux.fromIterable(told.standings().entrySet())
                        .filter(standing -> told.service().fields().contains(standing.getKey())))
                .map(standing -> sight(standing.getKey(), standing.getValue()))
                .collectList()
                .map(sights -> new Look(
                        sights,
                        sights.stream()
                                .flatMap(sight -> sight.fields().stream())
                                .collect(Collectors.toSet())));
    }

    private static Sight sight(Field field, Standing standing) {
        var settledTo = new TreeMap<String, @Nullable Object>();
        standing.settledTo().forEach((other, watermark) -> settledTo.put(other.word(), Long.toString(watermark)));
        return new Sight(
                field.word(),
                Set.of(field),
                Map.of("watermark", Long.toString(standing.position().watermark()), "settledTo", settledTo));
    }
}
