/** What creators are paid for a month, and what later changed of months that were settled. */
@NullMarked
package io.factmatrix.creator.domain.settlement;

import org.jspecify.annotations.NullMarked;
