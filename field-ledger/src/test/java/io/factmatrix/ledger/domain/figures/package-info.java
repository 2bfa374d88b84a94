@NullMarked
package io.factmatrix.ledger.domain.figures;

import org.jspecify.annotations.NullMarked;
