package io.factmatrix.livestream.domain;

import io.factmatrix.kit.merchant.MerchantId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rooms of merchants. To be used inside a transaction of the merchant. */
public interface Rooms {

    Optional<Room> find(MerchantId merchant, RoomId id);

    /** The room, which nobody else changes until the transaction ends. */
    Optional<Room> hold(MerchantId merchant, RoomId id);

    /**
     * At most so many, the newest first.
     *
     * @param before only those made before that one; null for all
     */
    List<Room> list(MerchantId merchant, RoomFilter filter, @Nullable RoomId before, int limit);

    void add(MerchantId merchant, Room room);

    /** In the place of what it was; to be held before. */
    void replace(MerchantId merchant, Room room);
}
