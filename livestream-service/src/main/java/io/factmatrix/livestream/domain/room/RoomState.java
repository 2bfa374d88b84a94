package io.factmatrix.livestream.domain.room;

import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.transition.Transitions;
import java.util.Set;

/** Whether a room is in use. */
public enum RoomState implements Word {
    OPEN,
    CLOSED;

    public static final Transitions<RoomState> TRANSITIONS =
            Transitions.of(RoomState.class).allow(OPEN, Set.of(CLOSED)).allow(CLOSED, Set.of(OPEN));
}
