@NullMarked
package io.factmatrix.creator;

import org.jspecify.annotations.NullMarked;
