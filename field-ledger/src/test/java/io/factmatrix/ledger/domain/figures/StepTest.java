package io.factmatrix.ledger.domain.figures;

import static org.assertj.core.api.Assertions.assertThat;

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
    })
    void theStepsOfADayAreThoseOfItsClock(String zoneId, LocalDate day, int hours, int quarterHours) {
        var zone = ZoneId.of(zoneId);
        assertThat(starts(Step.HOUR, day, day.plusDays(1), zone)).hasSize(hours);
        assertThat(starts(Step.QUARTER_HOUR, day, day.plusDays(1), zone)).hasSize(quarterHours);
        assertThat(starts(Step.DAY, day.minusDays(1), day.plusDays(2), zone))
                .containsExactly(
                        day.minusDays(1).atStartOfDay(zone).toInstant(),
                        day.atStartOfDay(zone).toInstant(),
                        day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "America/Santiago",
        "Africa/Casablanca",
        "Pacific/Apia"
    })
    void piecesOfAYearFollowEachOtherOnQuarterHours(String zoneId) {
        var zone = ZoneId.of(zoneId);
        var from = LocalDate.of(2011, 6, 1);
        var end = from.plusYears(1).atStartOfDay(zone).toInstant();
        for (var step : Step.values()) {
            var starts = starts(step, from, from.plusYears(1), zone);
            assertThat(starts.get(0)).isEqualTo(from.atStartOfDay(zone).toInstant());
            for (int at = 0; at < starts.size(); at++) {
                var next = at + 1 < starts.size() ? starts.get(at + 1) : end;
                assertThat(starts.get(at).getEpochSecond() % 900).isZero();
                assertThat(Duration.between(starts.get(at), next)).isBetween(Duration.ofMinutes(15), longest(step));
            }
        }
    }

    private static Duration longest(Step step) {
        return switch (step) {
            case QUARTER_HOUR -> Duration.ofMinutes(15);
            case HOUR -> Duration.ofHours(1);
            case DAY -> Duration.ofHours(25);
        };
    }

    private static List<Instant> starts(Step step, LocalDate from, LocalDate to, ZoneId zone) {
        return step.starts(
                from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant(), zone);
    }
}
