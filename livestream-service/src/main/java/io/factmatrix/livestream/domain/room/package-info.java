/** Live rooms of the merchant's shops. */
@NullMarked
package io.factmatrix.livestream.domain.room;

import org.jspecify.annotations.NullMarked;
