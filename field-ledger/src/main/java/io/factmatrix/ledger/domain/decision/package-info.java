/** What becomes of an event: stored, duplicate or rejected, in the light of what the ledger holds. */
@NullMarked
package io.factmatrix.ledger.domain.decision;

import org.jspecify.annotations.NullMarked;
