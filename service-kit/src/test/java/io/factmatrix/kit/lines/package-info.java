@NullMarked
package io.factmatrix.kit.lines;

import org.jspecify.annotations.NullMarked;
