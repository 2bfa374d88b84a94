/** What a view is and how each of its figures is made; and where an event belongs. */
@NullMarked
package io.factmatrix.gateway.domain;

import org.jspecify.annotations.NullMarked;
