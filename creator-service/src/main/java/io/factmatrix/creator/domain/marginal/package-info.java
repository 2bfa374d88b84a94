/** How reach and sales grow as creators are added. */
@NullMarked
package io.factmatrix.creator.domain.marginal;

import org.jspecify.annotations.NullMarked;
