/**
 * What lies between a client and the application: only a well-framed HTTP/1.1 request that came in time is handed on, one after
 * the other; everything else is answered as a problem, and the connection closed.
 *
 * <p>{@code RequestGate} stands before Netty's codec and judges bytes, {@code AnswerWatch} behind it and tells the gate when the
 * application has answered.
 */
@NullMarked
package io.factmatrix.kit.connection;

import org.jspecify.annotations.NullMarked;
