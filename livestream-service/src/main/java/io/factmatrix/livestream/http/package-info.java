/** The resources of this field. */
@NullMarked
package io.factmatrix.livestream.http;

import org.jspecify.annotations.NullMarked;
