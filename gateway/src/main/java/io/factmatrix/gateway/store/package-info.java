/** The gateway's own store: what belongs to no field. */
@NullMarked
package io.factmatrix.gateway.store;

import org.jspecify.annotations.NullMarked;
