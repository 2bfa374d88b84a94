/**
 * F: the merchant's own ground. Keeps what no field can claim, too.
 *
 * <p>Its ledger, and the way of an event through it, is {@link io.factmatrix.ledger}. A write of its own goes {@code http.RoomController → kit.write.Writes →
 * application.RoomRegister → domain.Room → store.PostgresRooms}.
 */
@NullMarked
package io.factmatrix.livestream;

import org.jspecify.annotations.NullMarked;
