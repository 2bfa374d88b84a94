/** What makes good what was guaranteed and did not come. */
@NullMarked
package io.factmatrix.kol.domain.makegood;

import org.jspecify.annotations.NullMarked;
