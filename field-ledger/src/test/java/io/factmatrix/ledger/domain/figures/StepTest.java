package io.factmatrix.ledger.domain.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.domain.rollup.QuarterHour;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTest {

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2026-03-08, 23, 92",
        "America/New_York, 2026-11-01, 25, 100",
        "America/New_York, 2026-06-01, 24, 96",
        "Asia/Kolkata, 2026-06-01, 24, 96",
        "Asia/Kathmandu, 2026-06-01, 24, 96",
        "Asia/Shanghai, 2026-06-01, 24, 96",
        // Half an hour back, at two: the hour before is cut.
        "Australia/Lord_Howe, 2026-04-05, 25, 98",
        "Australia/Lord_Howe, 2026-10-04, 24, 94",
        // The day begins at one.
        "America/Santiago, 2026-09-06, 23, 92",
        // A minute past midnight, an hour on: the first hour has a minute by the clock, and a quarter in figures.
        "America/St_Johns, 2010-03-14, 24, 92",
        // A minute past midnight, an hour back, so that the day before ends once more.
        "America/St_Johns, 2010-11-07, 26, 100",
        // A minute past midnight, three hours on.
        "Antarctica/Casey, 2020-10-04, 22, 84",
    })
    void thePiecesOfADayAreThoseOfItsClock(String zoneId, LocalDate day, int hours, int quarterHours) {
        var zone = ZoneId.of(zoneId);
        assertThat(pieces(Step.HOUR, day, day.plusDays(1), zone)).hasSize(hours);
        assertThat(pieces(Step.QUARTER_HOUR, day, day.plusDays(1), zone)).hasSize(quarterHours);
        assertThat(pieces(Step.DAY, day.minusDays(1), day.plusDays(2), zone))
                .extracting(Piece::start)
                .containsExactly(
                        day.minusDays(1).atStartOfDay(zone).toInstant(),
                        day.atStartOfDay(zone).toInstant(),
                        day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2011",
        "Asia/Kathmandu, 2011",
        "Australia/Lord_Howe, 2011",
        "America/Santiago, 2011",
        "Africa/Casablanca, 2011",
        "Pacific/Apia, 2011",
        "America/St_Johns, 2010",
        "America/Goose_Bay, 2010",
        "America/Moncton, 2006",
        "Antarctica/Casey, 2020",
        "Antarctica/Casey, 2021",
        "Asia/Gaza, 2011",
        "Asia/Hebron, 2011",
    })
    void piecesOfTwoYearsFollowEachOtherOnQuarterHours(String zoneId, int year) {
        var zone = ZoneId.of(zoneId);
        var from = LocalDate.of(year, 1, 1);
        for (var step : Step.values()) {
            var pieces = pieces(step, from, from.plusYears(2), zone);
            var next = from.atStartOfDay(zone).toInstant();
            for (var piece : pieces) {
                assertThat(piece.start()).isEqualTo(next);
                assertThat(piece.start().getEpochSecond() % 900).isZero();
                assertThat(Duration.between(piece.start(), piece.end())).isBetween(QuarterHour.LENGTH, longest(step));
                assertThat(Duration.between(piece.byClock(), piece.start()))
                        .isBetween(Duration.ZERO, QuarterHour.LENGTH.minusSeconds(1));
                next = piece.end();
            }
            assertThat(next).isEqualTo(from.plusYears(2).atStartOfDay(zone).toInstant());
        }
    }

    /** Casey goes back by three hours, at midnight: its day has 27. */
    private static Duration longest(Step step) {
        return switch (step) {
            case QUARTER_HOUR -> Duration.ofMinutes(15);
            case HOUR -> Duration.ofHours(1);
            case DAY -> Duration.ofHours(27);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "America/St_Johns, 2010-03-14, 2010-03-14T03:31:00Z, 2010-03-14T03:45:00Z, 2010-03-14T04:30:00Z",
        "America/St_Johns, 2010-11-07, 2010-11-07T02:31:00Z, 2010-11-07T02:45:00Z, 2010-11-07T03:30:00Z",
        "Antarctica/Casey, 2020-10-04, 2020-10-03T16:01:00Z, 2020-10-03T16:15:00Z, 2020-10-03T17:00:00Z",
        "Asia/Gaza, 2011-04-01, 2011-03-31T22:01:00Z, 2011-03-31T22:15:00Z, 2011-03-31T23:00:00Z",
    })
    void aClockThatIsChangedBetweenQuarterHoursCutsAtTheNextOne(
            String zoneId, LocalDate day, Instant byClock, Instant start, Instant end) {
        var zone = ZoneId.of(zoneId);
        var moved = pieces(Step.HOUR, day, day.plusDays(1), zone).stream()
                .filter(Piece::isMoved)
                .toList();
        assertThat(moved).containsExactly(new Piece(start, end, byClock));
        assertThat(pieces(Step.QUARTER_HOUR, day, day.plusDays(1), zone)).noneMatch(Piece::isMoved);
        assertThat(pieces(Step.DAY, day, day.plusDays(1), zone)).noneMatch(Piece::isMoved);
    }

    private static List<Piece> pieces(Step step, LocalDate from, LocalDate to, ZoneId zone) {
        return step.pieces(
                from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant(), zone);
    }
}
