/** Sends to the outside: looks addresses up, once, and connects to none that is not anybody's. */
@NullMarked
package io.factmatrix.gateway.sending;

import org.jspecify.annotations.NullMarked;
