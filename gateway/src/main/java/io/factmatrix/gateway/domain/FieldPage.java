package io.factmatrix.gateway.domain;

import io.factmatrix.ledger.domain.event.Field;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of one field, as its service tells it.
 *
 * @param items handed on as they are, so that a service may tell of more than this gateway knows of
 * @param nextCursor the position behind which to go on; null when there is no more
 */
public record FieldPage(
        Field field,
        List<Map<String, Object>> items,
        @Nullable String nextCursor) {}
