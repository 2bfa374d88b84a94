/**
 * A: the alliance of creators.
 *
 * <p>Its ledger, and the way of an event through it, is {@link io.factmatrix.ledger}.
 */
@NullMarked
package io.factmatrix.creator;

import org.jspecify.annotations.NullMarked;
