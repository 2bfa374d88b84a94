package io.factmatrix.deploy.bench.snowball;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SnowballBenchTest {

    @Test
    void everyKindHasALineAndASeedItsResults() {
        var results = new SnowballBench().results(1, new Random(3));
        assertThat(results.lines().map(line -> line.split("\\|", -1)))
                .filteredOn(cells -> cells.length > 1)
                .extracting(cells -> cells[1].strip())
                .contains("R = 0.85", "R = 1.10", "funnel");
        assertThat(new SnowballBench().results(1, new Random(3))).isEqualTo(results);
    }

    @Test
    void holtWintersGoesOnWithTrendAndWeekdays() {
        double[] days = IntStream.range(0, 84).mapToDouble(HoltWintersDays::day).toArray();
        var ahead = HoltWinters.forecast(days, 14);
        for (int day = 0; day < 14; day++) {
            assertThat(ahead[day]).isCloseTo(HoltWintersDays.day(84 + day), within(0.05 * ahead[day]));
        }
    }

    private static final class HoltWintersDays {
        static double day(int day) {
            return 1_000 * Math.pow(1.01, day) * (day % 7 == 5 ? 1.5 : 1);
        }
    }
}
