@NullMarked
package io.factmatrix.kit.transition;

import org.jspecify.annotations.NullMarked;
