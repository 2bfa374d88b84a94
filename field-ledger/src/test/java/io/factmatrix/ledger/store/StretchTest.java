package io.factmatrix.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StretchTest {

    @Test
    void quarterHoursFarFromEachOtherAreReadApart() {
        assertThat(Stretch.over(buckets(90_000, 0, 900, 90_900, 500_400), 8))
                .containsExactly(stretch(0, 1_800), stretch(90_000, 91_800), stretch(500_400, 501_300));
    }

    @Test
    void ofManyOnlyTheWidestGapsAreLeftOut() {
        assertThat(Stretch.over(buckets(0, 900, 9_000, 90_000, 99_000, 900_000), 3))
                .containsExactly(stretch(0, 9_900), stretch(90_000, 99_900), stretch(900_000, 900_900));
        var all = IntStream.range(0, 96).map(at -> at * 900).toArray();
        assertThat(Stretch.over(buckets(all), 1)).containsExactly(stretch(0, 86_400));
    }

    @Test
    void severalBucketsOfOneQuarterHourAreOne() {
        var start = Instant.ofEpochSecond(1_800);
        var both = List.of(new Bucket(start, "saw", "main"), new Bucket(start, "interacted", "second"));
        assertThat(Stretch.over(both, 8)).containsExactly(stretch(1_800, 2_700));
        assertThat(Stretch.over(List.of(), 8)).isEmpty();
    }

    private static List<Bucket> buckets(int... starts) {
        return IntStream.of(starts)
                .mapToObj(start -> new Bucket(Instant.ofEpochSecond(start), "saw", "main"))
                .toList();
    }

    private static Stretch stretch(int from, int to) {
        return new Stretch(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to));
    }
}
