/** What every field service must do, for their tests to call. */
@NullMarked
package io.factmatrix.ledger.testing;

import org.jspecify.annotations.NullMarked;
