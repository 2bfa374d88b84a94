/** What happened at single touchpoints, whenever that was: for whoever reviews one. */
@NullMarked
package io.factmatrix.ledger.domain.touchpoint;

import org.jspecify.annotations.NullMarked;
