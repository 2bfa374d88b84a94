@NullMarked
package io.factmatrix.kit.revision;

import org.jspecify.annotations.NullMarked;
