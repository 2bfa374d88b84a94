/** What the ledger says of a session that was: figures, weakest step, products, curve, stability. Pure. */
@NullMarked
package io.factmatrix.livestream.domain.review;

import org.jspecify.annotations.NullMarked;
