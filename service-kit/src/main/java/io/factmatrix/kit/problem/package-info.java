/** Every error of the system as one problem document with a stable code (RFC 9457). */
@NullMarked
package io.factmatrix.kit.problem;

import org.jspecify.annotations.NullMarked;
