package io.factmatrix.creator.domain.collaboration;

import com.fasterxml.jackson.annotation.JsonValue;
import io.factmatrix.kit.resource.Id;
import io.factmatrix.kit.resource.Kind;

/** The id of a participation; made here. */
public record ParticipationId(@JsonValue String value) implements Id {

    public static final Kind PARTICIPATION = new Kind("participation");

    /** 404 {@code participation.unknown} when it has not the form of one. */
    public static ParticipationId of(String text) {
        return new ParticipationId(PARTICIPATION.id(text));
    }

    @Override
    public String toString() {
        return value;
    }
}
