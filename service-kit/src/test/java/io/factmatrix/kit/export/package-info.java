@NullMarked
package io.factmatrix.kit.export;

import org.jspecify.annotations.NullMarked;
