/** What the front door does: dividing an ingest among the fields' services, asking all of them for a view. */
@NullMarked
package io.factmatrix.gateway.application;

import org.jspecify.annotations.NullMarked;
