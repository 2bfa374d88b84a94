/** Phrases, and where a script has them, however they are disguised. */
@NullMarked
package io.factmatrix.livestream.domain.phrase;

import org.jspecify.annotations.NullMarked;
