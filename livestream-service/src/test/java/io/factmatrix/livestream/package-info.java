@NullMarked
package io.factmatrix.livestream;

import org.jspecify.annotations.NullMarked;
