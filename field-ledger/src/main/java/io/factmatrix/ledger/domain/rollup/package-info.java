/** What is summed at ingest: cells of touchpoint by product by quarter-hour. */
@NullMarked
package io.factmatrix.ledger.domain.rollup;

import org.jspecify.annotations.NullMarked;
