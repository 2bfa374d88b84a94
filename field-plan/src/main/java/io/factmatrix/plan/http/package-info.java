/** What a field tells the others, and the gateway, of its plans. */
@NullMarked
package io.factmatrix.plan.http;

import org.jspecify.annotations.NullMarked;
