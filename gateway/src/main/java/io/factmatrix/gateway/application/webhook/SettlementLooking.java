package io.factmatrix.gateway.application.webhook;

import io.factmatrix.gateway.application.Statements;
import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.watch.Look;
import io.factmatrix.gateway.domain.watch.Sight;
import io.factmatrix.ledger.domain.event.Field;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The settlement statements that are closed: of the last 10,000 that were opened. */
public final class SettlementLooking implements Looking {

    private static final int MOST = 10_000;
    private static final Set<Field> CREATOR = Set.of(Field.CREATOR);

    private final Statements statements;

    public SettlementLooking(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Mono<Look> at(Caller caller) {
        return statements
                .closed(caller)
                .take(MOST)
                .map(SettlementLooking::sight)
                .collectList()
                .map(sights -> new Look(sights, CREATOR))
                .onErrorResume(away -> Mono.just(new Look(List.of(), Set.of())));
    }

    private static Sight sight(Map<String, @Nullable Object> statement) {
        return new Sight(Objects.toString(statement.get("id")), CREATOR, statement);
    }
}
