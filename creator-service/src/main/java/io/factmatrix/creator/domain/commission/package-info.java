/** Which paid lines earn a commission, for whom, and how much: read from the ledger and from what was agreed, whenever it is asked for. */
@NullMarked
package io.factmatrix.creator.domain.commission;

import org.jspecify.annotations.NullMarked;
