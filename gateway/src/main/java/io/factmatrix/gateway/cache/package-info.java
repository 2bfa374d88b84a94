/** Redis: what the fields last answered. Losing it costs time, and the figures of fields that are away; nothing else. */
@NullMarked
package io.factmatrix.gateway.cache;

import org.jspecify.annotations.NullMarked;
