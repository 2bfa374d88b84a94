package io.factmatrix.kit.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.setting.WrongSetting;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class CursorsTest {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String KEY = key(1, 32);

    private static final Cursors CURSORS = new Cursors(new CursorProperties(KEY));
    private static final Asked ASKED = asked("m1", "things").with("state", "open");

    private static Asked asked(String merchant, String list) {
        return Asked.all(MerchantId.of(merchant), list);
    }

    private static String key(int seed, int length) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) seed);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static @Nullable String read(Cursors cursors, Asked asked, String cursor) {
        var request =
                MockServerHttpRequest.get("/").queryParam("cursor", cursor).build();
        return cursors.position(asked, Parameters.of(request, Set.of("cursor")), position -> position);
    }

    private static void assertRefused(Asked asked, String cursor) {
        var refused = catchThrowableOfType(ProblemException.class, () -> read(CURSORS, asked, cursor));
        assertThat(refused).as(cursor).isNotNull();
        assertThat(refused.code()).isEqualTo("cursor.invalid");
    }

    @Test
    void whatWasWrittenIsRead() {
        for (var position : List.of("", "a", "ab", "abc", "位 😀", "x".repeat(1_000))) {
            assertThat(read(CURSORS, ASKED, CURSORS.write(ASKED, position))).isEqualTo(position);
        }
    }

    @Test
    void whateverLetterIsChangedItIsRefused() {
        for (var position : List.of("", "a", "ab", "abc")) {
            var cursor = CURSORS.write(ASKED, position);
            for (int at = 0; at < cursor.length(); at++) {
                for (int other = 0; other < LETTERS.length(); other++) {
                    char letter = LETTERS.charAt(other);
                    if (letter != cursor.charAt(at)) {
                        assertRefused(ASKED, cursor.substring(0, at) + letter + cursor.substring(at + 1));
                    }
                }
                assertRefused(ASKED, cursor.substring(0, at));
                assertRefused(ASKED, cursor.substring(0, at) + cursor.substring(at + 1));
            }
            assertRefused(ASKED, cursor + "=");
            assertRefused(ASKED, cursor + "A");
        }
    }

    @Test
    void oneOfAnotherMerchantListOrFilterIsRefused() {
        var cursor = CURSORS.write(ASKED, "p");
        for (var other : List.of(
                asked("m2", "things").with("state", "open"),
                asked("m1", "others").with("state", "open"),
                asked("m1", "things"),
                asked("m1", "things").with("state", "closed"),
                asked("m1", "things").with("shop", "open"),
                asked("m1", "things").with("state", "open").with("shop", "main"),
                asked("m1", "things").with("stateopen", ""))) {
            assertRefused(other, cursor);
        }
        assertThat(read(CURSORS, asked("m1", "things").with("shop", null).with("state", "open"), cursor))
                .isEqualTo("p");
    }

    @Test
    void theFirstKeySignsAndAllAreKnown() {
        var old = CURSORS.write(ASKED, "p");
        var rotated = new Cursors(new CursorProperties(key(2, 32) + ", " + KEY));
        assertThat(read(rotated, ASKED, old)).isEqualTo("p");
        assertRefused(ASKED, rotated.write(ASKED, "p"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''      | fact.cursors.key: absent
            ' '     | fact.cursors.key: absent
            secret! | fact.cursors.key: not base64
            c2hvcnQ= | fact.cursors.key: 5 bytes
            AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=, | fact.cursors.key: 0 bytes
            """)
    void withoutAGoodKeyThereAreNoCursors(String key, String why) {
        assertThatThrownBy(() -> new Cursors(new CursorProperties(key)))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith(why)
                .hasMessageContaining("expected: base64 of at least 32 random bytes");
    }
}
