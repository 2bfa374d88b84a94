package io.factmatrix.deploy.local.mapping.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "536365-85123A",
                "with space ~",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            })
    void whatFitsStaysAsItIs(String text) {
        assertThat(Identifier.of(text)).isEqualTo(text);
    }

    @Test
    void otherTextKeepsWhatCanBeReadAndAHashOfTheWhole() {
        // printf 'Crème brûlée' | sha256sum
        assertThat(Identifier.of("Crème brûlée")).isEqualTo("Creme brulee~" + sha256("Crème brûlée"));
        assertThat(Identifier.of("美妆 A")).isEqualTo("A~" + sha256("美妆 A"));
        assertThat(Identifier.of("y".repeat(65))).hasSize(64).startsWith("yyyy").endsWith("~" + sha256("y".repeat(65)));
    }

    @Test
    void differentTextsStayDifferent() {
        assertThat(List.of("Café", "Cafe", "Cafè", "Cafe\u0301", "เสื้อ", "เสือ").stream()
                        .map(Identifier::of))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[\\x20-\\x7e]{1,64}"));
    }

    @Test
    void aSaltChangesTheHash() {
        assertThat(Identifier.hashed("17850", "")).isEqualTo(sha256("17850", 32));
        assertThat(Identifier.hashed("17850", "a")).hasSize(32).isNotEqualTo(Identifier.hashed("17850", "b"));
    }

    private static String sha256(String text) {
        return sha256(text, 16);
    }

    private static String sha256(String text, int digits) {
        try {
            var hash = java.security.MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return java.util.HexFormat.of().formatHex(hash).substring(0, digits);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
