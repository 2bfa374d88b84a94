/** The directory of creators: who they are, what they cost, and what is known of how they sold. */
@NullMarked
package io.factmatrix.creator.domain.creator;

import org.jspecify.annotations.NullMarked;
