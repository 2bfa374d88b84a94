/** Which state of a thing a client has seen: {@code ETag} and {@code If-Match}, RFC 9110. */
@NullMarked
package io.factmatrix.kit.revision;

import org.jspecify.annotations.NullMarked;
