/** What is agreed with KOLs, and what must not be agreed beside it. */
@NullMarked
package io.factmatrix.kol.domain.engagement;

import org.jspecify.annotations.NullMarked;
