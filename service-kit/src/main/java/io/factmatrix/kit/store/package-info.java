/** Work on the store: bounded threads, one transaction, one merchant. */
@NullMarked
package io.factmatrix.kit.store;

import org.jspecify.annotations.NullMarked;
