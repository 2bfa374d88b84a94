/** What stands around every outward call: a bulkhead, a breaker and a deadline, each of a name. */
@NullMarked
package io.factmatrix.gateway.guard;

import org.jspecify.annotations.NullMarked;
