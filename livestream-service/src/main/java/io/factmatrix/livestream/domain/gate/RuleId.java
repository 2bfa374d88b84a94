package io.factmatrix.livestream.domain.gate;

import com.fasterxml.jackson.annotation.JsonValue;
import io.factmatrix.kit.resource.Id;
import io.factmatrix.kit.resource.Kind;

/** The id of a gate rule; made here. */
public record RuleId(@JsonValue String value) implements Id {

    public static final Kind RULE = new Kind("gate-rule");

    /** 404 {@code gate-rule.unknown} when it has not the form of one. */
    public static RuleId of(String text) {
        return new RuleId(RULE.id(text));
    }

    @Override
    public String toString() {
        return value;
    }
}
