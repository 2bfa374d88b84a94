package io.factmatrix.gateway.http;

import io.factmatrix.gateway.domain.plan.ConflictPosition;
import io.factmatrix.gateway.domain.plan.PromisePosition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How far conflicts are read, as the position of a cursor. */
final class ConflictPositionText {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ConflictPositionText() {}

    private record Written(String ledgers, @Nullable PromisePosition promises) {}

    static String write(ConflictPosition position) {
        return JSON.writeValueAsString(new Written(UnreadText.write(position.ledgers()), position.promises()));
    }

    static ConflictPosition read(String text) {
        var written = JSON.readValue(text, Written.class);
        return new ConflictPosition(UnreadText.read(written.ledgers()), written.promises());
    }
}
