/**
 * T: the head.
 *
 * <p>Its ledger, and the way of an event through it, is {@link io.factmatrix.ledger}. A write of its own goes {@code http.KolController → kit.write.Writes →
 * application.KolDesk → domain.kol.Kol → store.PostgresKols}.
 */
@NullMarked
package io.factmatrix.kol;

import org.jspecify.annotations.NullMarked;
