package io.factmatrix.livestream.domain.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factmatrix.ledger.domain.event.Content;
import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Field;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurveTest {

    private static final Instant START = Instant.parse("2026-06-01T12:00:30Z");

    private static Broadcast lasting(Duration time) {
        return new Broadcast("main", "s-1", START, START.plus(time));
    }

    private static Event traffic(String start, String end, Map<Counter, Long> counters) {
        var content = new Content.Traffic(Instant.parse("2026-06-01T" + start + "Z"), counters, Map.of());
        return new Event(
                "e",
                Field.LIVESTREAM,
                "s-1",
                "main",
                null,
                Instant.parse("2026-06-01T" + end + "Z"),
                null,
                null,
                content);
    }

    private static List<@Nullable BigInteger> views(Duration time, Event... events) {
        var gathering = new Curve.Gathering(Curve.Cut.of(lasting(time)));
        Arrays.stream(events).forEach(gathering::add);
        return gathering.curve("CNY", List.of()).pieces().stream()
                .map(piece -> piece.traffic().get(Counter.VIEWS))
                .toList();
    }

    private static List<@Nullable BigInteger> whole(@Nullable Integer... values) {
        return Arrays.stream(values)
                .map(value -> value == null ? null : BigInteger.valueOf(value))
                .toList();
    }

    @Test
    void sharesAreEqualAndTheLastMinuteTakesTheRemainder() {
        assertThat(views(Duration.ofMinutes(4), traffic("12:01:30", "12:03:01", Map.of(Counter.VIEWS, 11L))))
                .isEqualTo(whole(null, 3, 3, 5, null));
    }

    @Test
    void whatReachesBeyondTheSessionLeavesItsShareThere() {
        var minutes = views(
                Duration.ofSeconds(90),
                traffic("11:58:00", "12:01:00", Map.of(Counter.VIEWS, 8L)),
                traffic("12:01:00", "12:04:00", Map.of(Counter.VIEWS, 8L)));
        assertThat(minutes).isEqualTo(whole(4, 2));
    }

    @Test
    void aShareOfNothingIsReportedAndAnotherCounterIsNot() {
        assertThat(views(
                        Duration.ofMinutes(2),
                        traffic("12:00:00", "12:02:00", Map.of(Counter.VIEWS, 0L)),
                        traffic("12:02:00", "12:03:00", Map.of(Counter.LIKES, 5L))))
                .isEqualTo(whole(0, 0, null));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 1, 0",
        "PT1S, 1, 1",
        "PT30S, 1, 1",
        "PT31S, 1, 2",
        "PT23H59M30S, 1, 1440",
        "PT24H, 5, 289",
        "PT119H, 5, 1429",
        "PT120H, 15, 481",
        "P15D, 60, 361",
        "P60D, 1440, 61"
    })
    void piecesAreAsLongAsItTakes(Duration time, int minutes, int pieces) {
        var cut = Curve.Cut.of(lasting(time));
        assertThat(cut.step()).isEqualTo(Duration.ofMinutes(minutes));
        assertThat(cut.pieces()).isEqualTo(pieces);
    }

    @Test
    void aSessionOfYearsIsNone() {
        assertThatThrownBy(() -> Curve.Cut.of(lasting(Duration.ofDays(1_441))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNotKnownIsNullAndWhatWasNotSoldIsNothing() {
        var curve = new Curve.Gathering(Curve.Cut.of(lasting(Duration.ofSeconds(10)))).curve("JPY", List.of());
        assertThat(curve.members()).containsEntry("stepMinutes", 1L);
        assertThat(curve.pieces().get(0).members(Amounts.in("JPY")))
                .containsEntry("gmv", "0")
                .containsEntry("orders", BigInteger.ZERO)
                .containsEntry("views", null);
    }
}
