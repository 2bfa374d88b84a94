/** The ledger's resources: events in, events out, figures. */
@NullMarked
package io.factmatrix.ledger.http;

import org.jspecify.annotations.NullMarked;
