/** Live sessions, from the plan to the review. */
@NullMarked
package io.factmatrix.livestream.domain.session;

import org.jspecify.annotations.NullMarked;
