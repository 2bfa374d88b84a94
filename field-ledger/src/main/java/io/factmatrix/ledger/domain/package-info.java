/** A ledger: the events of one merchant in one field, in recorded order; and the ports through which it is kept. */
@NullMarked
package io.factmatrix.ledger.domain;

import org.jspecify.annotations.NullMarked;
