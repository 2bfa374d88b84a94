/** Where they are kept: PostgreSQL. */
@NullMarked
package io.factmatrix.kol.store;

import org.jspecify.annotations.NullMarked;
