package io.factmatrix.gateway.domain.watch;

import io.factmatrix.ledger.domain.event.Field;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A thing that is there.
 *
 * @param id the same whenever it is seen
 * @param fields without one of which it cannot be seen
 * @param data as the API shows it
 */
public record Sight(String id, Set<Field> fields, Map<String, @Nullable Object> data) {

    public Sight {
        fields = Set.copyOf(fields);
    }
}
