/** The fields' services over HTTP: each call with a deadline, a breaker and a bulkhead, each failure with its reason. */
@NullMarked
package io.factmatrix.gateway.fields;

import org.jspecify.annotations.NullMarked;
