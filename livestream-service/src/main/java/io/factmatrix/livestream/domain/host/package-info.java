/** Hosts and the shifts that they work. */
@NullMarked
package io.factmatrix.livestream.domain.host;

import org.jspecify.annotations.NullMarked;
