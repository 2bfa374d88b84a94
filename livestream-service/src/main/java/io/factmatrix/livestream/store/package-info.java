/** Where they are kept: PostgreSQL. */
@NullMarked
package io.factmatrix.livestream.store;

import org.jspecify.annotations.NullMarked;
