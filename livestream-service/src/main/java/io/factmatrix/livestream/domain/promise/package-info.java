/** What the merchant promises on its own ground. */
@NullMarked
package io.factmatrix.livestream.domain.promise;

import org.jspecify.annotations.NullMarked;
