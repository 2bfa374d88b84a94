/**
 * A write that is asked for again is not done again: {@code Idempotency-Key}. The answer is kept in the transaction of the write, so there are both or
 * there is neither.
 */
@NullMarked
package io.factmatrix.kit.idempotency;

import org.jspecify.annotations.NullMarked;
