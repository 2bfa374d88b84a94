/** What is promised and planned in all fields. */
@NullMarked
package io.factmatrix.gateway.domain.plan;

import org.jspecify.annotations.NullMarked;
