/**
 * F: the merchant's own ground. Keeps what no field can claim, too.
 *
 * <p>Its ledger, and the way of an event through it, is {@link io.factmatrix.ledger}.
 */
@NullMarked
package io.factmatrix.livestream;

import org.jspecify.annotations.NullMarked;
