package io.factmatrix.kit.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How far a list was read, as text for the client to bring back. It is signed together with what was asked, so that nobody makes one up, and nobody uses one
 * for another list.
 */
public final class Cursors {

    private static final String EXPECTED = "a nextCursor of the same merchant and the same filters";

    private final CursorKeys keys;

    public Cursors(CursorProperties properties) {
        this.keys = CursorKeys.of(properties);
    }

    /** The cursor behind that position, which whoever reads it makes sense of. */
    public String write(Asked asked, String position) {
        var content = position.getBytes(UTF_8);
        var signature = keys.sign(signed(asked, content));
        var cursor = Arrays.copyOf(signature, signature.length + content.length);
        System.arraycopy(content, 0, cursor, signature.length, content.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /**
     * The position in the parameter {@code cursor}; null where there is none. 400 {@code cursor.invalid} when it was not written for this list.
     *
     * @param reader of what was written as the position
     */
    public <T> @Nullable T position(Asked asked, Parameters parameters, Function<String, @Nullable T> reader) {
        return parameters.optional("cursor", EXPECTED, text -> {
            var position = read(asked, text);
            return position == null ? null : reader.apply(position);
        });
    }

    private @Nullable String read(Asked asked, String text) {
        var cursor = Base64.getUrlDecoder().decode(text);
        if (cursor.length < CursorKeys.SIGNATURE) {
            return null;
        }
        var signature = Arrays.copyOf(cursor, CursorKeys.SIGNATURE);
        var content = Arrays.copyOfRange(cursor, CursorKeys.SIGNATURE, cursor.length);
        // The last letter of a text has bits that no byte is made of: it must be what is written here, to the letter.
        return keys.isSigned(signed(asked, content), signature)
                        && text.equals(Base64.getUrlEncoder().withoutPadding().encodeToString(cursor))
                ? new String(content, UTF_8)
                : null;
    }

    /** Each part behind its length, so that none runs into the next. */
    private static byte[] signed(Asked asked, byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            put(out, asked.merchant().value());
            put(out, asked.list());
            for (var filter : asked.filters().entrySet()) {
                put(out, filter.getKey());
                put(out, filter.getValue());
            }
            put(out, content);
            return bytes.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static void put(DataOutputStream out, String part) throws IOException {
        put(out, part.getBytes(UTF_8));
    }

    private static void put(DataOutputStream out, byte[] part) throws IOException {
        out.writeInt(part.length);
        out.write(part);
    }
}
