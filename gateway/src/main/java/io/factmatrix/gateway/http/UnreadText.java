package io.factmatrix.gateway.http;

import io.factmatrix.gateway.domain.Unread;
import io.factmatrix.ledger.domain.event.Field;
import java.util.EnumMap;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is unread of the fields, as the position of a cursor. */
final class UnreadText {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<TreeMap<String, String>> POSITIONS = new TypeReference<>() {};

    private UnreadText() {}

    static String write(Unread unread) {
        var positions = new TreeMap<String, String>();
        unread.positions().forEach((field, position) -> positions.put(field.word(), position));
        return JSON.writeValueAsString(positions);
    }

    static Unread read(String text) {
        var positions = new EnumMap<Field, String>(Field.class);
        JSON.readValue(text, POSITIONS)
                .forEach((field, position) -> positions.put(Field.of(field).orElseThrow(), position));
        return new Unread(positions);
    }
}
