package io.factmatrix.gateway.domain.watch;

import io.factmatrix.ledger.domain.event.Field;
import java.util.List;
import java.util.Set;

/**
 * What is there now.
 *
 * @param answered the fields that were there to tell
 */
public record Look(List<Sight> sights, Set<Field> answered) {

    public Look {
        sights = List.copyOf(sights);
        answered = Set.copyOf(answered);
    }
}
