package io.factmatrix.kol.domain.engagement;

import com.fasterxml.jackson.annotation.JsonValue;
import io.factmatrix.kit.resource.Id;
import io.factmatrix.kit.resource.Kind;

/** The id of an engagement; made here. */
public record EngagementId(@JsonValue String value) implements Id {

    public static final Kind ENGAGEMENT = new Kind("engagement");

    /** 404 {@code engagement.unknown} when it has not the form of one. */
    public static EngagementId of(String text) {
        return new EngagementId(ENGAGEMENT.id(text));
    }

    @Override
    public String toString() {
        return value;
    }
}
