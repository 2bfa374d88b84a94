/** Names for what is made here. */
@NullMarked
package io.factmatrix.kit.id;

import org.jspecify.annotations.NullMarked;
