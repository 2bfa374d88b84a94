@NullMarked
package io.factmatrix.kit;

import org.jspecify.annotations.NullMarked;
