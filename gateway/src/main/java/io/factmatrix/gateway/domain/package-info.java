/** What a view is and how each of its figures is made; where an event belongs; the port to the fields' ledgers. */
@NullMarked
package io.factmatrix.gateway.domain;

import org.jspecify.annotations.NullMarked;
