@NullMarked
package io.factmatrix.kit.write;

import org.jspecify.annotations.NullMarked;
