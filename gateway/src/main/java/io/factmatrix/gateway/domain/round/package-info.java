/** Whose turn it is to do what is done for each merchant now and then. */
@NullMarked
package io.factmatrix.gateway.domain.round;

import org.jspecify.annotations.NullMarked;
