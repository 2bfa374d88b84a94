@NullMarked
package io.factmatrix.ledger.http;

import org.jspecify.annotations.NullMarked;
