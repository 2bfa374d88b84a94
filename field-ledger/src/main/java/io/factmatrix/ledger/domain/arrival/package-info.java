/** When a ledger was told something, and when it was not. */
@NullMarked
package io.factmatrix.ledger.domain.arrival;

import org.jspecify.annotations.NullMarked;
