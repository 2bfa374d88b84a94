package io.factmatrix.livestream.http;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.json.Word;
import io.factmatrix.livestream.domain.Platform;
import io.factmatrix.livestream.domain.Room;
import io.factmatrix.livestream.domain.RoomProfile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A room as JSON. */
final class RoomBody {

    private static final int LONGEST_NAME = 120;

    private RoomBody() {}

    /** What a client may say of one. */
    static RoomProfile profile(Members members) throws Refused {
        return new RoomProfile(
                members.prose("name", LONGEST_NAME),
                Objects.requireNonNullElse(members.optionalText("shop"), "main"),
                members.word("platform", word -> Word.of(Platform.class, word), Word.all(Platform.class)),
                members.optionalText("platformRoom"));
    }

    static Map<String, @Nullable Object> of(Room room) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("id", room.id());
        body.putAll(room.members());
        body.put("createdAt", room.createdAt());
        body.put("changedAt", room.changedAt());
        return body;
    }
}
