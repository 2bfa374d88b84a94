package io.factmatrix.kit.json;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads bytes as one JSON object, to the letter of RFC 8259: no member twice, nothing behind it, nothing but UTF-8. */
public final class StrictJson {

    private static final int LONGEST_NUMBER = 100;

    private final JsonFactory json;
    private final String what;

    /**
     * @param what is read: {@code line}, {@code body}; errors call it so
     * @param depth how deep objects and arrays lie in each other at most: more is nothing we know, however long it is
     */
    public StrictJson(String what, int depth) {
        this.what = what;
        this.json = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(depth)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                .build();
    }

    /** The members of the object; {@code json.invalid} or {@code member.duplicate} when it is none. */
    public Members read(byte[] bytes) throws Refused {
        try (var parser = parser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw invalid("a JSON object");
            }
            var members = object(parser, "");
            if (parser.nextToken() != null) {
                throw invalid("nothing behind the object");
            }
            return members;
        } catch (JacksonException broken) {
            throw invalid(broken.getOriginalMessage());
        }
    }

    /** Of ASCII from bytes, which is faster; of all else from text: the decoder of bytes accepts what is no UTF-8. */
    private JsonParser parser(byte[] bytes) throws Refused {
        return isAscii(bytes)
                ? json.createParser(ObjectReadContext.empty(), bytes)
                : json.createParser(ObjectReadContext.empty(), utf8(bytes));
    }

    private static boolean isAscii(byte[] bytes) {
        int bits = 0;
        for (byte each : bytes) {
            bits |= each;
        }
        return bits >= 0;
    }

    private String utf8(byte[] bytes) throws Refused {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException noText) {
            throw invalid("UTF-8");
        }
    }

    private Members object(JsonParser parser, String path) throws Refused {
        Map<String, Object> values = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var member = parser.currentName();
            parser.nextToken();
            var whole = path.isEmpty() ? member : path + "." + member;
            if (values.put(member, value(parser, whole)) != null) {
                throw new Refused("member.duplicate", Members.shown(whole) + ": twice (expected: once)");
            }
        }
        return new Members(path, values);
    }

    private Object value(JsonParser parser, String member) throws Refused {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, member);
            case START_ARRAY -> array(parser, member);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> new BigDecimal(parser.getString());
            case VALUE_NUMBER_FLOAT -> fraction(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> Members.NULL;
        };
    }

    private List<Object> array(JsonParser parser, String member) throws Refused {
        var values = new ArrayList<Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser, "%s[%d]".formatted(member, values.size())));
        }
        return values;
    }

    /** 12.0 and 1e2 are numbers, but none that was written as an integer. */
    private static Object fraction(String literal) {
        return new Fraction(literal);
    }

    /** A number that was not written as an integer. */
    record Fraction(String literal) {

        BigDecimal value() {
            return new BigDecimal(literal);
        }

        @Override
        public String toString() {
            return literal;
        }
    }

    private Refused invalid(String expected) {
        return new Refused("json.invalid", "%s: not read as JSON (expected: %s)".formatted(what, expected));
    }
}
