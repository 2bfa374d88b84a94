/** When what is planned happens. */
@NullMarked
package io.factmatrix.plan.domain.calendar;

import org.jspecify.annotations.NullMarked;
