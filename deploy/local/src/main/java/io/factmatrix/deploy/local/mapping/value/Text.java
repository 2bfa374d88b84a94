package io.factmatrix.deploy.local.mapping.value;

import io.factmatrix.deploy.local.table.Row;
import org.jspecify.annotations.Nullable;

/** A text that a row says. */
public interface Text {

    /** Null when the row does not say it. */
    @Nullable String of(Row row) throws Unread;
}
