package io.factmatrix.ledger.store;

import static io.factmatrix.ledger.testing.TestLedger.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.arrival.Arrivals;
import io.factmatrix.ledger.domain.arrival.FieldArrivals;
import io.factmatrix.ledger.domain.arrival.Gap;
import io.factmatrix.ledger.domain.event.Content;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.testing.TestLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a ledger was told something, found without reading all of it. */
class ArrivalsTest {

    private static final TestLedger LEDGER = new TestLedger();
    private static final Arrivals ARRIVALS = new PostgresArrivals(LEDGER.jdbc(), new PostgresHistory(LEDGER.jdbc()));
    private static final Duration WINDOW = Duration.ofDays(28);
    private static final Duration SIX_HOURS = Duration.ofHours(6);

    private final LedgerId ledger = TestLedger.fresh();

    /** Events that were recorded at those moments. */
    private void recorded(List<Instant> moments) {
        LEDGER.send(
                ledger,
                IntStream.rangeClosed(1, moments.size())
                        .mapToObj(
                                number -> TestLedger.event("e-" + number, null, 0, new Content.Service("praise", null)))
                        .toList());
        var times = moments.stream().map(moment -> "'" + moment + "'").toList();
        LEDGER.store().asOwner().execute("""
                set app.merchant = '%s';
                update event set recorded_at = (array[%s]::timestamptz[])[watermark] where merchant_id = '%1$s'
                """.formatted(ledger.merchant(), String.join(",", times)));
    }

    private FieldArrivals before(Instant at, Duration longerThan) {
        return LEDGER.transactions().read(ledger.merchant(), () -> ARRIVALS.before(ledger, at, WINDOW, longerThan));
    }

    private static Instant hour(int hours) {
        return DAY.plus(Duration.ofHours(hours));
    }

    @Test
    void theLongestGapIsToldIfItIsLongEnough() {
        recorded(List.of(hour(0), hour(1), hour(9), hour(10), hour(30), hour(36)));
        assertThat(before(hour(40), SIX_HOURS))
                .isEqualTo(new FieldArrivals(Field.CREATOR, hour(0), hour(36), new Gap(hour(10), hour(30))));
        assertThat(before(hour(40), Duration.ofHours(20)).longest()).isNull();
    }

    @Test
    void whatCameLaterAndWhatLiesTooFarBackCountsForNothing() {
        recorded(List.of(hour(0), hour(100), hour(108), hour(800)));
        assertThat(before(hour(790), SIX_HOURS))
                .isEqualTo(new FieldArrivals(Field.CREATOR, hour(0), hour(108), new Gap(hour(0), hour(100))));
        assertThat(before(hour(800), SIX_HOURS))
                .isEqualTo(new FieldArrivals(Field.CREATOR, hour(800), hour(800), null));
    }

    @Test
    void whereNothingEverCameNothingIsTold() {
        assertThat(before(hour(1), SIX_HOURS)).isEqualTo(new FieldArrivals(Field.CREATOR, null, null, null));
        recorded(List.of(hour(2)));
        assertThat(before(hour(1), SIX_HOURS)).isEqualTo(new FieldArrivals(Field.CREATOR, null, null, null));
        assertThat(before(hour(2), SIX_HOURS)).isEqualTo(new FieldArrivals(Field.CREATOR, hour(2), hour(2), null));
    }

    /** Bursts and pauses by chance, beside a look at each event. */
    @Test
    void halvingFindsWhatReadingAllOfItFinds() {
        var dice = new Random(618);
        var moments = new ArrayList<Instant>();
        var moment = DAY;
        for (int number = 0; number < 3_000; number++) {
            long minutes = dice.nextInt(100) == 0 ? dice.nextInt(2_000) : dice.nextInt(3);
            moment = moment.plusSeconds(60 * minutes).plusMillis(1);
            moments.add(moment);
        }
        recorded(moments);
        for (int turn = 0; turn < 40; turn++) {
            var at = DAY.plusSeconds(
                    dice.nextInt((int) Duration.between(DAY, moment).toSeconds()) + 3_600);
            var longerThan = Duration.ofHours(1 + dice.nextInt(40));
            var seen = moments.stream().filter(one -> !one.isAfter(at)).toList();
            var last = seen.get(seen.size() - 1);
            var within =
                    seen.stream().filter(one -> one.isAfter(last.minus(WINDOW))).toList();
            assertThat(before(at, longerThan))
                    .as("%s %s", at, longerThan)
                    .isEqualTo(new FieldArrivals(Field.CREATOR, within.get(0), last, longest(within, longerThan)));
        }
    }

    private static @Nullable Gap longest(List<Instant> moments, Duration longerThan) {
        return IntStream.range(1, moments.size())
                .mapToObj(number -> new Gap(moments.get(number - 1), moments.get(number)))
                .filter(gap -> Duration.between(gap.from(), gap.to()).compareTo(longerThan) > 0)
                .max(Comparator.comparing((Gap gap) -> Duration.between(gap.from(), gap.to()))
                        .thenComparing(Gap::from))
                .orElse(null);
    }
}
