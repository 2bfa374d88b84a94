package io.factmatrix.deploy.bench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.factmatrix.deploy.bench.result.Comparison.Figure;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void aFigureIsDividedByTheLimitOfItsOwnRound() {
        var comparison = new Comparison("ingest", "RAW", Figure.RATE, Goal.atLeast(0.35, 0.6));
        comparison.add(100, 200);
        comparison.add(10, 100);
        comparison.add(300, 1_000);

        assertThat(comparison.ratios()).isEqualTo(new Spread(0.1, 0.3, 0.5));
        assertThat(comparison.cells())
                .containsExactly(
                        "ingest", "0.100 k/s", "RAW", "0.200 k/s", "0.100", "0.300", "0.500", "≥ 0.35, then 0.6", "NO");
    }

    @Test
    void timesSavedAreThePeersTimeByOurs() {
        var comparison = new Comparison("view", "GROUP BY", Figure.TIME_SAVED, Goal.atLeast(5, 20));
        comparison.add(0.002, 0.03);

        assertThat(comparison.cells())
                .containsExactly(
                        "view", "2.00 ms", "GROUP BY", "30.0 ms", "15.0", "15.0", "15.0", "≥ 5, then 20", "yes");
    }

    @Test
    void aTimeIsAtMostSoManyOfItsPeers() {
        var comparison = new Comparison("view", "fan-out", Figure.TIME, Goal.atMost(2, 1.2));
        comparison.add(0.0012, 0.001);

        assertThat(comparison.cells()).last().isEqualTo("yes, also the last");
    }

    @Test
    void whatHasNoGoalIsNeitherMetNorMissed() {
        var comparison = new Comparison("ingest", "RAW", Figure.RATE, Goal.NONE);
        comparison.add(1, 2);

        assertThat(comparison.cells()).endsWith("–", "–");
    }

    @Test
    void aRoundInWhichNothingWasDoneIsRefused() {
        var comparison = new Comparison("ingest", "RAW", Figure.RATE, Goal.NONE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> comparison.add(0, 200))
                .withMessage("ingest: 0.0 beside 200.0 (expected: both > 0)");
        assertThatIllegalArgumentException().isThrownBy(comparison::ratios).withMessageContaining("at least one");
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(new Spread(1, 2.5, 4));
        assertThat(Spread.quantile(new double[] {5, 1, 3}, 1)).isEqualTo(5);
    }

    @Test
    void columnsOfATableStandUnderEachOther() {
        var table = new Table("way", "n");
        table.add("a longer one", "1");

        assertThat(table.markdown()).isEqualTo("""
                | way          | n |
                | ------------ | - |
                | a longer one | 1 |
                """);
    }
}
