/** What a ledger does: takes events in, answers for windows, hands its events out. */
@NullMarked
package io.factmatrix.ledger.application;

import org.jspecify.annotations.NullMarked;
