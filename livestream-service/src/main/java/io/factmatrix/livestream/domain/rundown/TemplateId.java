package io.factmatrix.livestream.domain.rundown;

import com.fasterxml.jackson.annotation.JsonValue;
import io.factmatrix.kit.resource.Id;
import io.factmatrix.kit.resource.Kind;

/** The id of a template; made here. */
public record TemplateId(@JsonValue String value) implements Id {

    public static final Kind TEMPLATE = new Kind("rundown-template");

    /** 404 {@code rundown-template.unknown} when it has not the form of one. */
    public static TemplateId of(String text) {
        return new TemplateId(TEMPLATE.id(text));
    }

    @Override
    public String toString() {
        return value;
    }
}
