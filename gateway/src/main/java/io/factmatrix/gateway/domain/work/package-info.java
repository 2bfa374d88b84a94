/** The work queue: what departments have to do, found by rules, closed when its evidence is gone. */
@NullMarked
package io.factmatrix.gateway.domain.work;

import org.jspecify.annotations.NullMarked;
