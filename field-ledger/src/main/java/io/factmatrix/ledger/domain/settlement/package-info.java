/** What the ledgers of a merchant tell each other, so that what they count together is counted once. */
@NullMarked
package io.factmatrix.ledger.domain.settlement;

import org.jspecify.annotations.NullMarked;
