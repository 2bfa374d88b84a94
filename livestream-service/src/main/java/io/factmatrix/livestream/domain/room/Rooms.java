package io.factmatrix.livestream.domain.room;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.resource.Resources;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rooms of merchants. */
public interface Rooms extends Resources<RoomId, Room> {

    /** At most so many, the newest first, made before that one; null for all. */
    List<Room> list(MerchantId merchant, RoomFilter filter, @Nullable RoomId before, int limit);
}
