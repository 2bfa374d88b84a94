package io.factmatrix.gateway.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026-06-01, 2026-06-19, Asia/Shanghai, 2026-05-31T16:00:00Z, 2026-06-18T16:00:00Z",
        // The day on which clocks go forward has 23 hours, the one on which they go back 25.
        "2026-03-08, 2026-03-09, America/New_York, 2026-03-08T05:00:00Z, 2026-03-09T04:00:00Z",
        "2026-11-01, 2026-11-02, America/New_York, 2026-11-01T04:00:00Z, 2026-11-02T05:00:00Z",
        "2026-06-01, 2026-06-02, Asia/Kolkata, 2026-05-31T18:30:00Z, 2026-06-01T18:30:00Z",
        "2026-06-01, 2026-06-02, Asia/Kathmandu, 2026-05-31T18:15:00Z, 2026-06-01T18:15:00Z",
        // Clocks went forward at midnight: the day began at one.
        "2018-11-04, 2018-11-05, America/Sao_Paulo, 2018-11-04T03:00:00Z, 2018-11-05T02:00:00Z",
        // A day that Samoa left out is empty.
        "2011-12-30, 2011-12-31, Pacific/Apia, 2011-12-30T10:00:00Z, 2011-12-30T10:00:00Z",
    })
    void daysBeginWhereTheirZoneSaysSo(LocalDate from, LocalDate to, ZoneId zone, String start, String end) {
        var period = new Period(from, to, zone);
        assertThat(period.start()).hasToString(start);
        assertThat(period.end()).hasToString(end);
    }

    @Test
    void thePeriodBeforeHasAsManyDays() {
        var period = new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 11), ZoneId.of("Asia/Shanghai"));
        assertThat(period.previous().from()).hasToString("2026-02-19");
        assertThat(period.previous().to()).hasToString("2026-03-01");
    }

    @Test
    void aPeriodWithoutDaysIsNone() {
        var day = LocalDate.of(2026, 3, 1);
        assertThatThrownBy(() -> new Period(day, day, ZoneId.of("UTC"))).hasMessageContaining("from: 2026-03-01");
    }
}
