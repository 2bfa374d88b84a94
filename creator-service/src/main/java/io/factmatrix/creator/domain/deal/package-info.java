/** What a deal costs, and when it pays. */
@NullMarked
package io.factmatrix.creator.domain.deal;

import org.jspecify.annotations.NullMarked;
