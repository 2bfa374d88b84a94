package io.factmatrix.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

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
 * How far a list was read, as text for the client to bring back. It holds what was asked: a cursor of another merchant or other
 * filters would pass over items in silence.
 */
final class Cursors {

    static final String EXPECTED = "a nextCursor of the same merchant and the same filters";

    /** What a service gives as a position. */
    private static final Pattern POSITION = Pattern.compile("[ -~]{0,64}");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final MerchantId merchant;

    Cursors(MerchantId merchant) {
        this.merchant = merchant;
    }

    private record Cursor(String merchant, TreeMap<String, String> asked, TreeMap<String, String> unread) {}

    /**
     * What was read of a cursor.
     *
     * @param asked the filters, by name
     */
    record Read(Map<String, String> asked, Unread unread) {}

    /** Null when nothing is left to be read. */
    @Nullable String write(Map<String, String> asked, Unread unread) {
        if (unread.isEmpty()) {
            return null;
        }
        var positions = new TreeMap<String, String>();
        unread.positions().forEach((field, position) -> positions.put(field.word(), position));
        var cursor = new Cursor(merchant.value(), new TreeMap<>(asked), positions);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JSON.writeValueAsString(cursor).getBytes(UTF_8));
    }

    /** Null, or an exception, when this is none that {@link #write} wrote to this merchant. */
    @Nullable Read read(String text) {
        var cursor = JSON.readValue(new String(Base64.getUrlDecoder().decode(text), UTF_8), Cursor.class);
        var positions = new TreeMap<Field, String>();
        cursor.unread()
                .forEach((field, position) -> positions.put(Field.of(field).orElseThrow(), position));
        var read = new Read(cursor.asked(), new Unread(positions));
        boolean known = positions.values().stream()
                .allMatch(position -> POSITION.matcher(position).matches());
        return known && text.equals(write(read.asked(), read.unread())) ? read : null;
    }
}
