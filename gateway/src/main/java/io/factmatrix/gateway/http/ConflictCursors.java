package io.factmatrix.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.factmatrix.gateway.domain.ConflictQuestion;
import io.factmatrix.gateway.domain.Unread;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.event.Field;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far a list was read, as text for the client to bring back. It holds what was asked: a cursor of another merchant or another
 * filter would pass over conflicts in silence.
 */
final class ConflictCursors {

    static final String EXPECTED = "a nextCursor of the same merchant, field and kind";

    /** What a service gives as a position. */
    private static final Pattern POSITION = Pattern.compile("[ -~]{0,64}");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final MerchantId merchant;
    private final ConflictQuestion question;

    ConflictCursors(MerchantId merchant, ConflictQuestion question) {
        this.merchant = merchant;
        this.question = question;
    }

    private record Cursor(
            String merchant,
            @Nullable String field,
            @Nullable String kind,
            Map<String, String> unread) {}

    /** Null when nothing is left to be read. */
    @Nullable String write(Unread unread) {
        if (unread.isEmpty()) {
            return null;
        }
        var positions = new TreeMap<String, String>();
        unread.positions().forEach((field, position) -> positions.put(field.word(), position));
        var cursor = new Cursor(
                merchant.value(),
                question.field() == null ? null : question.field().word(),
                question.kind() == null ? null : question.kind().word(),
                positions);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JSON.writeValueAsString(cursor).getBytes(UTF_8));
    }

    /** Null when this is none that {@link #write} wrote to this question. */
    @Nullable Unread read(String text) {
        var cursor = JSON.readValue(new String(Base64.getUrlDecoder().decode(text), UTF_8), Cursor.class);
        var positions = new TreeMap<Field, String>();
        cursor.unread()
                .forEach((field, position) -> positions.put(Field.of(field).orElseThrow(), position));
        var unread = new Unread(positions);
        boolean asked = question.fields().containsAll(positions.keySet())
                && positions.values().stream()
                        .allMatch(position -> POSITION.matcher(position).matches());
        return asked && text.equals(write(unread)) ? unread : null;
    }
}
