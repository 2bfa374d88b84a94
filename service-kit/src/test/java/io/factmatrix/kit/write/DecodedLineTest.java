package io.factmatrix.kit.write;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factmatrix.kit.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecodedLineTest {

    private static final LineLimits LIMITS = new LineLimits(1024, 3);

    private static List<String> read(String body) {
        return DecodedLine.all(body.getBytes(UTF_8), LIMITS, members -> members.text("name")).stream()
                .map(line -> line.line() + " " + (line.content() == null ? line.code() : line.content()))
                .toList();
    }

    @Test
    void aBadLineNeverStopsAGoodOne() {
        assertThat(read("{\"name\":\"a\"}\r\n\n \nnonsense\n{\"name\":\"b\"}"))
                .containsExactly("1 a", "4 json.invalid", "5 b");
        assertThat(read("{\"name\":\"a\",\"age\":1}\n{}\n[]\n"))
                .containsExactly("1 member.unknown", "2 member.missing", "3 json.invalid");
        assertThat(read("")).isEmpty();
    }

    @Test
    void aLineHas16KiBAtMost() {
        var name = "{\"name\":\"a\"}";
        assertThat(read(name + " ".repeat(16 * 1024 - name.length()))).containsExactly("1 a");
        assertThat(read(name + " ".repeat(16 * 1024 - name.length() + 1))).containsExactly("1 line.too_long");
    }

    @Test
    void moreLinesThanMayBeAreRefusedWhole() {
        var three = "{\"name\":\"a\"}\n".repeat(3);
        assertThat(read(three + "\n \n")).hasSize(3);
        assertThatThrownBy(() -> read(three + "x"))
                .isInstanceOf(ProblemException.class)
                .hasMessage("body: over 3 lines (expected: at most that)");
    }
}
