package io.factmatrix.kit.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class IngestAnswerTest {

    private final JsonMapper json = JsonMapper.shared();

    @Test
    void isWrittenAsDocumented() {
        var answer = IngestAnswer.accepted(2, 1, Map.of("kol", "3"))
                .plus(IngestAnswer.rejected(List.of(new LineError(3, "e-77", "amount.invalid", "amount: …"))));
        assertThat(json.writeValueAsString(answer)).isEqualTo("""
                        {"received":4,"stored":2,"duplicates":1,"rejected":1,\
                        "errors":[{"line":3,"id":"e-77","code":"amount.invalid","detail":"amount: …"}],\
                        "watermarks":{"kol":"3"}}""");
        assertThat(json.writeValueAsString(IngestAnswer.undecided(2))).isEqualTo("""
                        {"received":2,"stored":0,"duplicates":0,"rejected":0,"undecided":2,"errors":[],"watermarks":{}}""");
    }

    @Test
    void isReadAsWritten() {
        for (var answer : List.of(
                IngestAnswer.undecided(2),
                IngestAnswer.rejected(errors(1, 1_500)),
                IngestAnswer.accepted(2, 1, Map.of()))) {
            var read = json.readValue(json.writeValueAsString(answer), IngestAnswer.class);
            assertThat(read).isEqualTo(answer);
        }
    }

    @Test
    void theSumListsTheFirstThousandErrorsByLine() {
        var odd = IngestAnswer.rejected(errors(1, 800));
        var even = IngestAnswer.rejected(errors(2, 800));
        var both = even.plus(odd);
        assertThat(both.rejected()).isEqualTo(1_600);
        assertThat(both.errors().stream().map(LineError::line))
                .isEqualTo(IntStream.rangeClosed(1, 1_000).boxed().toList());
        assertThat(both.errorsTruncated()).isTrue();
        assertThat(odd.errorsTruncated()).isFalse();
    }

    @Test
    void theSumKeepsTheHighestWatermarkOfEachField() {
        var sum = IngestAnswer.accepted(1, 0, Map.of("kol", "9", "creator", "10"))
                .plus(IngestAnswer.accepted(1, 0, Map.of("kol", "10", "creator", "9")))
                .plus(IngestAnswer.undecided(3));
        assertThat(sum.watermarks()).isEqualTo(Map.of("kol", "10", "creator", "10"));
        assertThat(sum.received()).isEqualTo(5);
    }

    @Test
    void whatDoesNotAddUpIsRefused() {
        assertThatThrownBy(() -> new IngestAnswer(3, 1, 0, 0, 0, List.of(), false, Map.of()))
                .hasMessageContaining("received: 3");
    }

    private static List<LineError> errors(int first, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new LineError(first + 2 * i, null, "json.invalid", "x"))
                .toList();
    }
}
