package io.factmatrix.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.Piece;
import io.factmatrix.ledger.domain.figures.Point;
import io.factmatrix.ledger.domain.figures.Step;
import io.factmatrix.ledger.domain.figures.Window;
import io.factmatrix.ledger.testing.RandomHistory;
import io.factmatrix.ledger.testing.TestLedger;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A series is the view of each of its pieces. */
class SeriesTest {

    private static final TestLedger LEDGER = new TestLedger();

    @ParameterizedTest
    @CsvSource({
        "1, HOUR, Asia/Kathmandu, , ",
        "2, HOUR, Asia/Shanghai, p-1, ",
        "3, DAY, America/New_York, , t-1",
        "4, HOUR, Asia/Kolkata, p-0, t-2",
        "5, QUARTER_HOUR, Asia/Shanghai, , ",
    })
    void eachPointIsTheFiguresOfItsPiece(int seed, Step step, ZoneId zone, String product, String touchpoint) {
        var merchant = RandomHistory.sent(LEDGER, new Random(seed));
        var day = LocalDate.of(2026, 6, 1);
        var from = day.atStartOfDay(zone).toInstant();
        var to = day.plusDays(step == Step.QUARTER_HOUR ? 1 : 3)
                .atStartOfDay(zone)
                .toInstant();
        var pieces = step.pieces(from, to, zone);
        for (var field : Field.values()) {
            var whole = new Window(from, to, "CNY", null, product, touchpoint);
            var series = Objects.requireNonNull(LEDGER.reading()
                            .series(merchant.of(field), whole, step, zone, true)
                            .block())
                    .points();
            assertThat(series).extracting(Point::start).isSorted();
            var points = series.stream().collect(Collectors.toMap(Point::start, Point::figures));
            assertThat(pieces).extracting(Piece::start).containsAll(points.keySet());
            for (var piece : pieces) {
                var alone = new Window(piece.start(), piece.end(), "CNY", null, product, touchpoint);
                assertThat(points.getOrDefault(piece.start(), Figures.NONE))
                        .as("%s %s", field, piece)
                        .isEqualTo(merchant.figures(field, alone));
            }
        }
    }
}
