/**
 * T: the head.
 *
 * <p>Its ledger, and the way of an event through it, is {@link io.factmatrix.ledger}.
 */
@NullMarked
package io.factmatrix.kol;

import org.jspecify.annotations.NullMarked;
