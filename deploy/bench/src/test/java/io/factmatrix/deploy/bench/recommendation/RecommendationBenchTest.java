package io.factmatrix.deploy.bench.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecommendationBenchTest {

    @Test
    void everyKindHasALineAndASeedItsResults() {
        var results = new RecommendationBench().results(1, new Random(3));
        assertThat(results.lines().map(line -> line.split("\\|", -1)))
                .filteredOn(cells -> cells.length > 1)
                .extracting(cells -> cells[1].strip())
                .contains("ln(1 + c/s)", "c^b", "c/(c + s)", "none", "ln(1 + c/s), 0.5 carried over");
        assertThat(new RecommendationBench().results(1, new Random(3))).isEqualTo(results);
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void aShapeIsOneAtTheUsualCostAndDoesNotGrowFaster(Shape shape) {
        assertThat(shape.of(1, 0.7)).isCloseTo(1, within(1e-12));
        assertThat(shape.of(2, 0.7) - shape.of(1.5, 0.7))
                .isLessThanOrEqualTo(shape.of(1.5, 0.7) - shape.of(1, 0.7) + 1e-12);
    }
}
