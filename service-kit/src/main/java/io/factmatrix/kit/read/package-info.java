/** Answers who reads resources: one with its {@code ETag}, many in pages. */
@NullMarked
package io.factmatrix.kit.read;

import org.jspecify.annotations.NullMarked;
