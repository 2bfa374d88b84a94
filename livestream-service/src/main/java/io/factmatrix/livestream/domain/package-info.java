/** The things of this field, and the rules they keep by themselves. */
@NullMarked
package io.factmatrix.livestream.domain;

import org.jspecify.annotations.NullMarked;
