/** The resources of this field. */
@NullMarked
package io.factmatrix.kol.http;

import org.jspecify.annotations.NullMarked;
