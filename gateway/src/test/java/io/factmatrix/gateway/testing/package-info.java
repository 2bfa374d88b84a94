/** Stand-ins for what the gateway talks to, over real sockets. */
@NullMarked
package io.factmatrix.gateway.testing;

import org.jspecify.annotations.NullMarked;
