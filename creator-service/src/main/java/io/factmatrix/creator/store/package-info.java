/** The alliance in PostgreSQL. */
@NullMarked
package io.factmatrix.creator.store;

import org.jspecify.annotations.NullMarked;
