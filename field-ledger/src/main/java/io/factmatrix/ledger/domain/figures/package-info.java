/** What a ledger answers when it is asked for a window: sums that add up over fields. */
@NullMarked
package io.factmatrix.ledger.domain.figures;

import org.jspecify.annotations.NullMarked;
