package io.factmatrix.kit.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NewIdsTest {

    private static final Instant BEGINNING = Instant.parse("2026-06-01T00:00:00Z");

    private final NewIds ids = new NewIds(RandomGenerator.of("L64X128MixRandom"));

    @Test
    void idsAreInTheOrderOfTheirMaking() {
        var made = IntStream.range(0, 1_000)
                .mapToObj(turn -> ids.next(BEGINNING.plusMillis(turn * 86_400_000L)))
                .toList();
        assertThat(made).isSorted().allMatch(NewIds::isValid);
    }

    @Test
    void idsOfOneMomentDiffer() {
        assertThat(IntStream.range(0, 10_000).mapToObj(turn -> ids.next(BEGINNING)))
                .doesNotHaveDuplicates();
    }
}
