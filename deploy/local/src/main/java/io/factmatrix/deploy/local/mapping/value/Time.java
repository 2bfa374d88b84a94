package io.factmatrix.deploy.local.mapping.value;

import io.factmatrix.deploy.local.table.Row;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A moment that a row says. */
public interface Time {

    /** To the millisecond, with the offset of its place; null when the row does not say it. */
    @Nullable OffsetDateTime of(Row row) throws Unread;
}
