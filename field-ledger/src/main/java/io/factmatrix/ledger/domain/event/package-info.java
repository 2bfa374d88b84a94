/** The events a merchant sends: one record a type, and the rules each must keep by itself. */
@NullMarked
package io.factmatrix.ledger.domain.event;

import org.jspecify.annotations.NullMarked;
