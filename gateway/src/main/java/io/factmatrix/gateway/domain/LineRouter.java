package io.factmatrix.gateway.domain;

import io.factmatrix.kit.lines.Chunk;
import io.factmatrix.kit.lines.EventLines;
import io.factmatrix.kit.lines.Line;
import io.factmatrix.kit.lines.LineError;
import io.factmatrix.ledger.domain.event.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Divides lines among the services by their {@code field}. Reads a line only until that is found: everything else about it is
 * for the service to judge, and only what no service can be found for is judged here.
 */
public final class LineRouter {

    private static final Pattern ID = Pattern.compile("[ -~]{1,64}");
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final String FIELDS =
            Sections.FIELDS.stream().map(Field::word).collect(Collectors.joining(", ", "one of ", ""));

    /** As wide as a line: how deep and how large is for the service to judge. */
    private final JsonFactory json = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(EventLines.LONGEST_LINE)
                    .maxNumberLength(EventLines.LONGEST_LINE)
                    .build())
            .build();

    /** A chunk's lines, divided: what each service decides, and what nobody can. */
    public record Divided(List<LineError> rejected, List<Share> shares) {}

    /** The lines of one service, and the numbers that they have in the client's body. */
    public record Share(FieldService service, List<byte[]> lines, List<Integer> numbers) {

        Share(FieldService service) {
            this(service, new ArrayList<>(), new ArrayList<>());
        }

        void add(int number, byte[] line) {
            lines.add(line);
            numbers.add(number);
        }

        /** The client's number of a line that the service counts from 1. */
        public int number(int line) {
            return numbers.get(line - 1);
        }
    }

    public Divided divide(Chunk chunk) {
        var rejected = new ArrayList<LineError>();
        Map<FieldService, Share> shares = new EnumMap<>(FieldService.class);
        for (var line : chunk.lines()) {
            var bytes = line.bytes();
            var routed = bytes == null ? tooLong(line) : route(line, bytes);
            if (routed.service() != null && bytes != null) {
                shares.computeIfAbsent(routed.service(), Share::new).add(line.number(), bytes);
            } else if (routed.error() != null) {
                rejected.add(routed.error());
            }
        }
        return new Divided(rejected, List.copyOf(shares.values()));
    }

    /** A service, or the reason why there is none. */
    private record Routed(
            @Nullable FieldService service, @Nullable LineError error) {}

    private Routed route(Line line, byte[] bytes) {
        if (Arrays.equals(bytes, 0, Math.min(bytes.length, MARK.length), MARK, 0, MARK.length)) {
            // At the start of a body it is skipped; this line may become the first one of another body.
            return refused(
                    line, null, "json.invalid", "json: a byte order mark (expected: at the start of the body only)");
        }
        var members = new Seen();
        try (var parser = json.createParser(ObjectReadContext.empty(), bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return refused(line, null, "json.invalid", "json: no object (expected: an event, a JSON object)");
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                members.read(parser);
                if (members.service != null) {
                    return new Routed(members.service, null);
                }
            }
            if (parser.nextToken() != null) {
                return refused(line, members.id, "json.invalid", "json: more (expected: nothing behind the object)");
            }
        } catch (JacksonException broken) {
            return refused(line, members.id, "json.invalid", "json: " + broken.getOriginalMessage());
        }
        return members.field == null
                ? refused(line, members.id, "member.missing", "field: absent (expected: %s)".formatted(FIELDS))
                : refused(
                        line, members.id, "field.invalid", "field: %s (expected: %s)".formatted(members.field, FIELDS));
    }

    /** What was seen so far of an event's own members; those of objects in it do not count. */
    private static final class Seen {

        @Nullable String id;

        @Nullable String field;

        @Nullable FieldService service;

        void read(JsonParser parser) {
            var member = parser.currentName();
            var token = parser.nextToken();
            if (member.equals("field")) {
                readField(parser, token);
            } else if (member.equals("id") && token == JsonToken.VALUE_STRING) {
                var text = parser.getString();
                id = ID.matcher(text).matches() ? text : null;
            }
            parser.skipChildren();
        }

        private void readField(JsonParser parser, JsonToken token) {
            boolean text = token == JsonToken.VALUE_STRING;
            if (text) {
                service = Field.of(parser.getString()).map(FieldService::of).orElse(null);
            }
            if (service == null) {
                field = token.isScalarValue() ? shown(parser.getString()) : token.isStructStart() ? "no word" : "?";
            }
        }
    }

    private static Routed tooLong(Line line) {
        return refused(
                line,
                null,
                "line.too_long",
                "line: over %d bytes (expected: at most that)".formatted(EventLines.LONGEST_LINE));
    }

    private static Routed refused(Line line, @Nullable String id, String code, String detail) {
        return new Routed(null, new LineError(line.number(), id, code, detail));
    }

    private static String shown(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
