package io.factmatrix.kit.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TransitionsTest {

    private enum Stage implements Word {
        PLANNED,
        READY,
        LIVE_NOW,
        ENDED
    }

    private static final Map<Stage, List<Stage>> ALLOWED = Map.of(
            Stage.PLANNED, List.of(Stage.READY, Stage.ENDED),
            Stage.READY, List.of(Stage.PLANNED, Stage.LIVE_NOW),
            Stage.LIVE_NOW, List.of(Stage.ENDED),
            Stage.ENDED, List.of());

    private static final Transitions<Stage> TRANSITIONS = Transitions.of(Stage.class)
            .allow(Stage.PLANNED, Set.of(Stage.READY))
            .allow(Stage.PLANNED, Set.of(Stage.ENDED))
            .allow(Stage.READY, Set.of(Stage.PLANNED, Stage.LIVE_NOW))
            .allow(Stage.LIVE_NOW, Set.of(Stage.ENDED));

    @Test
    void everyMoveOutsideTheTableIsRefusedWithThoseInIt() {
        ALLOWED.forEach((from, allowed) -> {
            assertThat(TRANSITIONS.targets(from)).containsExactlyElementsOf(allowed);
            for (var to : Stage.values()) {
                if (allowed.contains(to)) {
                    assertThatCode(() -> TRANSITIONS.check(from, to)).doesNotThrowAnyException();
                } else {
                    var refused = catchThrowableOfType(ProblemException.class, () -> TRANSITIONS.check(from, to));
                    assertThat(refused.status()).isEqualTo(409);
                    assertThat(refused.code()).isEqualTo("transition.refused");
                    assertThat(refused.detail()).startsWith("to: %s, from %s".formatted(to.word(), from.word()));
                    assertThat(refused.members())
                            .containsExactly(Map.entry(
                                    "allowed", allowed.stream().map(Word::word).toList()));
                }
            }
        });
    }

    @Test
    void aTargetIsReadByItsWord() {
        assertThat(read("{\"to\":\"live-now\"}")).isEqualTo(Stage.LIVE_NOW);
        for (var unknown : List.of("\"LIVE_NOW\"", "\"\"", "1", "null", "[\"ready\"]", "{}")) {
            assertThat(catchThrowableOfType(ProblemException.class, () -> read("{\"to\":" + unknown + "}"))
                            .code())
                    .as(unknown)
                    .isEqualTo("to.invalid");
        }
    }

    private static Stage read(String body) {
        return TRANSITIONS.decoder().read(body.getBytes(StandardCharsets.UTF_8));
    }
}
