package io.factmatrix.deploy.acceptance;

import static io.factmatrix.deploy.acceptance.Events.cost;
import static io.factmatrix.deploy.acceptance.Events.paid;
import static io.factmatrix.deploy.acceptance.Events.refunded;
import static io.factmatrix.deploy.acceptance.Events.service;
import static io.factmatrix.deploy.acceptance.Events.traffic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quarter-hours and hours of three days, the clock being changed on the second, are what the oracle computes from their events. */
@ExtendWith(RunningStack.Shared.class)
class SeriesByClockTest {

    /** Less than a quarter-hour, and no part of one: each piece has some event, at another minute than the one before. */
    private static final Duration APART = Duration.ofSeconds(7 * 60 + 13);

    private static final List<String> FIELDS = List.of("livestream", "kol", "creator", "campaign", "unattributed");

    private final RunningStack stack;

    SeriesByClockTest(RunningStack stack) {
        this.stack = stack;
    }

    @ParameterizedTest
    @CsvSource({
        // Points of one hour, and of a quarter-hour: an hour less or more at two.
        "America/New_York, 2025-03-09, 71, 284",
        "America/New_York, 2025-11-02, 73, 292",
        // Never changed, and half an hour or a quarter off.
        "Asia/Kolkata, 2025-06-10, 72, 288",
        "Asia/Kathmandu, 2025-06-10, 72, 288",
        // By half an hour: the one before two is told twice, in two pieces; the one from two is half.
        "Australia/Lord_Howe, 2025-04-06, 73, 290",
        "Australia/Lord_Howe, 2025-10-05, 72, 286",
        // At one minute past midnight: back, on, and on by three hours.
        "America/St_Johns, 2010-11-07, 74, 292",
        "America/St_Johns, 2010-03-14, 72, 284",
        "Asia/Gaza, 2011-04-01, 72, 284",
        "Antarctica/Casey, 2020-10-04, 70, 276",
    })
    void pointsAreTheViewsOfTheirPieces(String zone, LocalDate day, int hours, int quarterHours) {
        var query = ViewQuery.of(day.minusDays(1), day.plusDays(2), zone, "CNY");
        assertThat(Series.pieces(Series.Step.HOUR, query)).hasSize(hours);
        assertThat(Series.pieces(Series.Step.QUARTER_HOUR, query)).hasSize(quarterHours);
        var events = around(query.start(), query.end());
        var merchant = stack.newMerchant();
        Asserting.stored(merchant.ingest(events, MerchantApi.Form.ARRAY), events.size());
        Asserting.settled(merchant);
        var oracle = new Oracle(events);
        for (var step : Series.Step.values()) {
            // A field may be late; then it is missing from some points, and the series says so.
            var series = await().atMost(Duration.ofMinutes(1))
                    .until(
                            () -> merchant.series(query, step.word),
                            answer -> answer.ok()
                                    && answer.json().path("complete").asBoolean());
            assertThat(Series.differences(oracle, query, step, series.json(), quarterHours))
                    .as(step.word)
                    .isEmpty();
        }
    }

    /** From an hour before to an hour behind: what lies without must be in no point. */
    private static List<Event> around(Instant start, Instant end) {
        var events = new ArrayList<Event>();
        int number = 0;
        for (var at = start.minusSeconds(3_600); at.isBefore(end.plusSeconds(3_600)); at = at.plus(APART)) {
            var id = "e-" + number;
            var field = FIELDS.get(number % FIELDS.size());
            var touchpoint = "t-" + number % 3;
            events.add(paid(id, "o-" + number / 2, number % 97 + ".01")
                    .with("line", Integer.toString(number % 2))
                    .with("product", "p-" + number % 4)
                    .with("audience", "u-" + number % 41)
                    .with("field", field)
                    .with("touchpoint", touchpoint)
                    .with("occurredAt", at.toString()));
            if (number % 3 == 0) {
                events.add(refunded("r-" + number, "o-" + number / 2, "0.01")
                        .with("line", Integer.toString(number % 2))
                        .with("field", field)
                        .with("occurredAt", at.plusSeconds(5_000).toString()));
            }
            if (number % 4 == 1) {
                events.add(traffic(
                                "t-" + number,
                                at.toString(),
                                at.plusSeconds(2_000).toString())
                        .with("impressions", 1_000 + number)
                        .with("views", 100 + number)
                        .with("field", field)
                        .with("touchpoint", touchpoint));
            }
            if (number % 5 == 2) {
                events.add(cost("c-" + number, "ads", "3.33")
                        .with("field", field)
                        .with("touchpoint", touchpoint)
                        .with("occurredAt", at.toString()));
                events.add(service("s-" + number, "praise")
                        .with("field", field)
                        .with("touchpoint", touchpoint)
                        .with("occurredAt", at.toString()));
            }
            number++;
        }
        return events;
    }
}
