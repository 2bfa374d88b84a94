package io.factmatrix.kit.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.factmatrix.kit.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    private static final Revision CURRENT = new Revision(7);

    @ParameterizedTest
    @ValueSource(
            strings = {"*", " * ", "\"7\"", "\"6\", \"7\"", ",\"7\"", "\"7\" ,", "W/\"7\",\"a,b\",\"7\"", "\"\",\"7\""})
    void whatNamesTheCurrentStateMatches(String given) {
        assertThatCode(() -> IfMatch.of(List.of(given)).check(CURRENT)).doesNotThrowAnyException();
    }

    @Test
    void withoutTheHeaderAnyStateWillDo() {
        assertThatCode(() -> IfMatch.of(List.of()).check(CURRENT)).doesNotThrowAnyException();
    }

    @Test
    void severalLinesAreOneList() {
        assertThatCode(() -> IfMatch.of(List.of("\"1\"", "\"7\"")).check(CURRENT))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "W/\"7\"", "\"70\"", "\"7,\"", "\"*\""})
    void whatNamesAnotherIsAMismatchThatNamesBoth(String given) {
        var mismatch = catchThrowableOfType(
                ProblemException.class, () -> IfMatch.of(List.of(given)).check(CURRENT));
        assertThat(mismatch.status()).isEqualTo(412);
        assertThat(mismatch.code()).isEqualTo("revision.mismatch");
        assertThat(mismatch.detail()).contains(given, "\"7\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "7", "\"7", "7\"", "*, \"7\"", "\"7\" \"6\"", "w/\"7\"", "W/ \"7\"", "\"7\"x", ",", "\"a b\""
            })
    void whatIsNoListOfTagsIsRefused(String given) {
        var refused = catchThrowableOfType(ProblemException.class, () -> IfMatch.of(List.of(given)));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("if-match.invalid");
    }
}
