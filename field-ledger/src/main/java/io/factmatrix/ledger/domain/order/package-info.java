/** An order: its lines, what replaced them, what was refunded, and what all of it counts for. */
@NullMarked
package io.factmatrix.ledger.domain.order;

import org.jspecify.annotations.NullMarked;
