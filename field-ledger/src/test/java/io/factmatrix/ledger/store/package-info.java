@NullMarked
package io.factmatrix.ledger.store;

import org.jspecify.annotations.NullMarked;
