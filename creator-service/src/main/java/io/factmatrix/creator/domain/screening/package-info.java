/** Which creators suit: criteria that leave some out, and a score of the others that explains itself. */
@NullMarked
package io.factmatrix.creator.domain.screening;

import org.jspecify.annotations.NullMarked;
