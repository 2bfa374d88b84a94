/** What was sold of some products at some touchpoints in pieces of time: for whoever compares one time with another. */
@NullMarked
package io.factmatrix.ledger.domain.selection;

import org.jspecify.annotations.NullMarked;
