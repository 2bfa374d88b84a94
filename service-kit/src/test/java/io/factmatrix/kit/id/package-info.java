@NullMarked
package io.factmatrix.kit.id;

import org.jspecify.annotations.NullMarked;
