/** What the front door does: dividing an ingest among the fields' services, asking all of them for a view; and the port to their ledgers. */
@NullMarked
package io.factmatrix.gateway.application;

import org.jspecify.annotations.NullMarked;
