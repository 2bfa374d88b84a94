/** Tests of phrases. */
@NullMarked
package io.factmatrix.livestream.domain.phrase;

import org.jspecify.annotations.NullMarked;
