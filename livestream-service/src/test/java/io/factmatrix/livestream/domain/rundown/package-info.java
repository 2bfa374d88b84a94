@NullMarked
package io.factmatrix.livestream.domain.rundown;

import org.jspecify.annotations.NullMarked;
