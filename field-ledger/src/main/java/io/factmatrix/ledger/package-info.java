/**
 * The ledger that every field service embeds.
 *
 * <p>An ingest request goes {@code http.IngestController → application.GroupCommit → domain.decision.Batch → store.PostgresLedgers};
 * a view asks {@code http.LedgerController → application.Reading → store.PostgresFigures}. {@code http} and {@code store} know
 * {@code domain}, and {@code domain} knows nobody.
 */
@NullMarked
package io.factmatrix.ledger;

import org.jspecify.annotations.NullMarked;
