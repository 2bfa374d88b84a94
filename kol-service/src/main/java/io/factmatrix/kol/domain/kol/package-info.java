/** Who can be engaged, and when not. */
@NullMarked
package io.factmatrix.kol.domain.kol;

import org.jspecify.annotations.NullMarked;
