package io.factmatrix.creator.domain.outreach;

import com.fasterxml.jackson.annotation.JsonValue;
import io.factmatrix.kit.resource.Id;
import io.factmatrix.kit.resource.Kind;

/** The id of an outreach; made here. */
public record OutreachId(@JsonValue String value) implements Id {

    public static final Kind OUTREACH = new Kind("outreach");

    /** 404 {@code outreach.unknown} when it has not the form of one. */
    public static OutreachId of(String text) {
        return new OutreachId(OUTREACH.id(text));
    }

    @Override
    public String toString() {
        return value;
    }
}
