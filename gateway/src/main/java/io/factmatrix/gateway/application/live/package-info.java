/** Views that are told again as they change: one look at the ledgers for all who listen. */
@NullMarked
package io.factmatrix.gateway.application.live;

import org.jspecify.annotations.NullMarked;
