/** What is known to contradict each other: lines of two fields, refunds that do not fit their line. */
@NullMarked
package io.factmatrix.ledger.domain.conflict;

import org.jspecify.annotations.NullMarked;
