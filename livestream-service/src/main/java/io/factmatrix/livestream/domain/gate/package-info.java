/** The rules that a session must keep to before it may go live. */
@NullMarked
package io.factmatrix.livestream.domain.gate;

import org.jspecify.annotations.NullMarked;
