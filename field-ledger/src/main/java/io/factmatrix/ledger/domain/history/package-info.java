/** The ledger as it was: what is recorded is never changed, so what counted at a moment can be told from it ever after. */
@NullMarked
package io.factmatrix.ledger.domain.history;

import org.jspecify.annotations.NullMarked;
