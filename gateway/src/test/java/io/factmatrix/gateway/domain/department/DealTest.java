package io.factmatrix.gateway.domain.department;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.gateway.domain.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DealTest {

    private static final Period JUNE =
            new Period(LocalDate.parse("2026-06-01"), LocalDate.parse("2026-07-01"), ZoneId.of("Asia/Shanghai"));

    private static final Instant NOW = Instant.parse("2026-06-18T12:00:00.123456789Z");

    /** Services refuse a time that is finer than milliseconds. */
    @Test
    void whatComesIsAskedForFromThisMillisecond() {
        assertThat(Deal.ENGAGEMENTS_COMING.parameters(JUNE, NOW))
                .isEqualTo(Map.of("state", "signed", "from", "2026-06-18T12:00:00.123Z"));
    }

    @Test
    void whatWasIsAskedForInTheDaysOfTheZone() {
        assertThat(Deal.SESSIONS_TO_REVIEW.parameters(JUNE, NOW))
                .isEqualTo(Map.of("state", "ended", "from", "2026-05-31T16:00:00Z", "to", "2026-06-30T16:00:00Z"));
    }

    @Test
    void whatIsLateNowHasNoTime() {
        assertThat(Deal.CONTENT_OVERDUE.parameters(JUNE, NOW)).isEqualTo(Map.of("overdue", "content"));
    }

    @Test
    void aGuaranteeWhoseWindowIsOpenIsNotShort() {
        assertThat(Deal.GUARANTEES_SHORT.shows(Map.of("guarantee", Map.of("shortfall", "0.00"))))
                .isFalse();
        assertThat(Deal.GUARANTEES_SHORT.shows(Map.of("guarantee", Map.of("reason", "window.open"))))
                .isFalse();
        assertThat(Deal.GUARANTEES_SHORT.shows(Map.of("guarantee", Map.of("shortfall", "0.01"))))
                .isTrue();
    }
}
