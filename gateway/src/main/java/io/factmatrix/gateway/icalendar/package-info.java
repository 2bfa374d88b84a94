/** A calendar as other programs open it (RFC 5545). */
@NullMarked
package io.factmatrix.gateway.icalendar;

import org.jspecify.annotations.NullMarked;
