/** Readings that operators know, of the view's own figures: what stands for each letter is a merchant's to say. */
@NullMarked
package io.factmatrix.gateway.domain.lens;

import org.jspecify.annotations.NullMarked;
