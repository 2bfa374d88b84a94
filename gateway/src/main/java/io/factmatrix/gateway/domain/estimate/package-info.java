/** What estimates are made with, whatever they are of: least squares, residuals drawn again for bounds, and why there is none. */
@NullMarked
package io.factmatrix.gateway.domain.estimate;

import org.jspecify.annotations.NullMarked;
