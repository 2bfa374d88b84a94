package io.factmatrix.kol.domain.makegood;

import com.fasterxml.jackson.annotation.JsonValue;
import io.factmatrix.kit.resource.Id;
import io.factmatrix.kit.resource.Kind;

/** The id of a make-good; made here. */
public record MakeGoodId(@JsonValue String value) implements Id {

    public static final Kind MAKE_GOOD = new Kind("make-good");

    /** 404 {@code make-good.unknown} when it has not the form of one. */
    public static MakeGoodId of(String text) {
        return new MakeGoodId(MAKE_GOOD.id(text));
    }

    @Override
    public String toString() {
        return value;
    }
}
