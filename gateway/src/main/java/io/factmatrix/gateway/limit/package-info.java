/**
 * What one merchant may take of the gateway, so that the others have theirs: so many requests a second ({@code Rates}, 429), and so many at once ({@code Turns}, 503).
 */
@NullMarked
package io.factmatrix.gateway.limit;

import org.jspecify.annotations.NullMarked;
