@NullMarked
package io.factmatrix.ledger;

import org.jspecify.annotations.NullMarked;
