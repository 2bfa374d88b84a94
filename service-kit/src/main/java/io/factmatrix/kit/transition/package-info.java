/** How a thing goes from one state to another. */
@NullMarked
package io.factmatrix.kit.transition;

import org.jspecify.annotations.NullMarked;
