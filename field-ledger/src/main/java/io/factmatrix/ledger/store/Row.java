package io.factmatrix.ledger.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row that takes its values in the order of its columns. */
interface Row {

    Row text(@Nullable String value);

    Row int2(short value);

    Row int8(@Nullable Long value);

    Row bool(@Nullable Boolean value);

    Row time(@Nullable Instant value);

    /** One dimension, counted from 1; elements may be null. */
    Row int8s(@Nullable Long @Nullable [] values);
}
