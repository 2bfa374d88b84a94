package io.factmatrix.creator.domain.settlement;

import com.fasterxml.jackson.annotation.JsonValue;
import io.factmatrix.kit.resource.Id;
import io.factmatrix.kit.resource.Kind;

/** The id of a settlement statement; made here. */
public record StatementId(@JsonValue String value) implements Id {

    public static final Kind STATEMENT = new Kind("statement");

    /** 404 {@code statement.unknown} when it has not the form of one. */
    public static StatementId of(String text) {
        return new StatementId(STATEMENT.id(text));
    }

    @Override
    public String toString() {
        return value;
    }
}
