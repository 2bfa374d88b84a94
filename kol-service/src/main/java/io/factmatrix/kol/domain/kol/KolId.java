package io.factmatrix.kol.domain.kol;

import com.fasterxml.jackson.annotation.JsonValue;
import io.factmatrix.kit.resource.Id;
import io.factmatrix.kit.resource.Kind;

/** The id of a KOL; made here. */
public record KolId(@JsonValue String value) implements Id {

    public static final Kind KOL = new Kind("kol");

    /** 404 {@code kol.unknown} when it has not the form of one. */
    public static KolId of(String text) {
        return new KolId(KOL.id(text));
    }

    @Override
    public String toString() {
        return value;
    }
}
