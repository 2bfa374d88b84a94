package io.factmatrix.deploy.local.mapping.value;

import io.factmatrix.deploy.local.table.Row;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A number that a row says, exactly as it says it. */
public interface Numeric {

    /** Null when the row does not say it. */
    @Nullable BigDecimal of(Row row, Unit unit) throws Unread;
}
