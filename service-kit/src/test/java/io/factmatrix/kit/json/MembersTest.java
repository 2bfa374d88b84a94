package io.factmatrix.kit.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members that are more than a word or a number. */
class MembersTest {

    private static Members members(String json) throws Refused {
        return new StrictJson("body", 6).read(json.replace('\'', '"').getBytes(UTF_8));
    }

    private interface Reading {

        void read() throws Refused;
    }

    private static void assertRefused(Reading reading, String code, String detail) {
        var refused = catchThrowableOfType(Refused.class, reading::read);
        assertThat(refused).isNotNull();
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.detail()).isEqualTo(detail);
    }

    @Test
    void objectsAreReadOneByOneAndNamedByTheirPlace() throws Refused {
        assertThat(members("{'a': [{'n': 1}, {'n': 2}]}").objects("a", 2, each -> each.integer("n", 0)))
                .containsExactly(1L, 2L);
        assertThat(members("{}").objects("a", 2, each -> each.integer("n", 0))).isEmpty();
        assertRefused(
                () -> members("{'a': [{'n': 1}, {'n': -1}]}").objects("a", 2, each -> each.integer("n", 0)),
                "a.invalid",
                "a[1].n: -1 (expected: an integer from 0 to 9223372036854775807)");
        assertRefused(
                () -> members("{'a': [{'n': 1, 'm': 1}]}").objects("a", 2, each -> each.integer("n", 0)),
                "member.unknown",
                "a[0].m: unknown (expected: a member of this type)");
        assertRefused(
                () -> members("{'a': [{}]}").objects("a", 2, each -> each.integer("n", 0)),
                "member.missing",
                "a[0].n: absent (expected: a value)");
        assertRefused(
                () -> members("{'a': [{'n': {'m': 1, 'm': 2}}]}"),
                "member.duplicate",
                "a[0].n.m: twice (expected: once)");
        assertRefused(
                () -> members("{'a': [[]]}").objects("a", 2, each -> 1),
                "a.invalid",
                "a[0]: an array (expected: an object)");
        assertRefused(
                () -> members("{'a': [{}, {}, {}]}").objects("a", 2, each -> 1),
                "a.invalid",
                "a: 3 objects (expected: an array of at most 2 objects)");
        assertRefused(
                () -> members("{'a': {}}").objects("a", 2, each -> 1),
                "a.invalid",
                "a: an object (expected: an array of at most 2 objects)");
    }

    @Test
    void textsAreEachAnother() throws Refused {
        assertThat(members("{'a': ['x', 'y']}").texts("a", 2)).isEqualTo(List.of("x", "y"));
        assertRefused(
                () -> members("{'a': ['x', 'x']}").texts("a", 2),
                "a.invalid",
                "a[1]: x (expected: a text that is not there before)");
        assertRefused(
                () -> members("{'a': ['x', null]}").texts("a", 2),
                "a.invalid",
                "a[1]: null (expected: 1 to 64 printable ASCII characters)");
        assertThat(members("{'a': ['直播']}").proses("a", 1, 2)).containsExactly("直播");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "0.5", "0.123456", "0.1000000", "1.0", "5e-1", "1E-6"})
    void aShareIsTakenAsItWasWritten(String share) throws Refused {
        assertThat(members("{'a': " + share + "}").optionalShare("a")).isEqualByComparingTo(new BigDecimal(share));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "1.000001", "0.1234567", "1e-7", "1e999999999", "'0.5'", "true", "[]", "null"})
    void whatIsNoShareIsRefused(String share) {
        var refused = catchThrowableOfType(
                Refused.class, () -> members("{'a': " + share + "}").optionalShare("a"));
        assertThat(refused.code()).isEqualTo("a.invalid");
        assertThat(refused.detail()).endsWith("(expected: a number from 0 to 1 with at most 6 decimals)");
    }

    @Test
    void timesHaveAnOffsetAndFourDigitsOfAYear() throws Refused {
        assertThat(members("{'a': '2026-06-01T08:00:00.5+08:00'}").time("a"))
                .isEqualTo(Instant.parse("2026-06-01T00:00:00.5Z"));
        for (var wrong :
                List.of("2026-06-01", "2026-06-01T08:00:00", "+12026-06-01T08:00:00Z", "2026-02-29T00:00:00Z", "")) {
            assertRefused(
                    () -> members("{'a': '" + wrong + "'}").time("a"),
                    "a.invalid",
                    "a: " + wrong + " (expected: an RFC 3339 time with an offset, up to milliseconds)");
        }
    }

    @Test
    void zonesAreNamed() throws Refused {
        assertThat(members("{'a': 'Asia/Kathmandu'}").optionalZone("a")).isEqualTo(ZoneId.of("Asia/Kathmandu"));
        assertRefused(
                () -> members("{'a': '+08:00'}").optionalZone("a"),
                "a.invalid",
                "a: +08:00 (expected: an IANA time zone such as Asia/Shanghai)");
    }
}
