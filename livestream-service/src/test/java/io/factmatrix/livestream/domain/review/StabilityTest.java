package io.factmatrix.livestream.domain.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.touchpoint.PlaceSums;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StabilityTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
    private static final long LEVEL = 10_000;

    /** Centred: they add up to 0. */
    private static final Map<DayOfWeek, Integer> WEEKDAYS = Map.of(
            DayOfWeek.MONDAY, -3_000,
            DayOfWeek.TUESDAY, -2_000,
            DayOfWeek.WEDNESDAY, -1_000,
            DayOfWeek.THURSDAY, 0,
            DayOfWeek.FRIDAY, 1_000,
            DayOfWeek.SATURDAY, 2_000,
            DayOfWeek.SUNDAY, 3_000);

    private static final Map<Slot, Integer> SLOTS =
            Map.of(Slot.NIGHT, -1_500, Slot.MORNING, -500, Slot.AFTERNOON, 0, Slot.EVENING, 2_000);

    /** Sessions of two hours with that many views an hour each. */
    private static final class Room {

        private final List<Broadcast> broadcasts = new ArrayList<>();
        private final List<PlaceSums> sums = new ArrayList<>();

        void held(ZonedDateTime start, long viewsPerHour) {
            broadcasts.add(new Broadcast(
                    "main",
                    "s-" + broadcasts.size(),
                    start.toInstant(),
                    start.toInstant().plus(Duration.ofHours(2))));
            sums.add(new PlaceSums(
                    BigInteger.valueOf(viewsPerHour),
                    BigInteger.ZERO,
                    Map.of(Counter.VIEWS, BigInteger.valueOf(2 * viewsPerHour)),
                    Map.of()));
        }

        Stability stability() {
            return Stability.of(broadcasts, sums, ZONE, "CNY");
        }

        Variation views() {
            return stability().views();
        }
    }

    private static ZonedDateTime at(int day, int hour) {
        return MONDAY.plusDays(day).atTime(hour, 30).atZone(ZONE);
    }

    /** Every weekday with every slot for that many weeks. */
    private static Room planted(int weeks, ToLongFunction<Random> noise) {
        var room = new Room();
        var random = new Random(7);
        for (int day = 0; day < 7 * weeks; day++) {
            for (var slot : Slot.values()) {
                var start = at(day, 6 * slot.ordinal() + 1);
                room.held(
                        start,
                        LEVEL
                                + Objects.requireNonNull(WEEKDAYS.get(start.getDayOfWeek()))
                                + Objects.requireNonNull(SLOTS.get(slot))
                                + noise.applyAsLong(random));
            }
        }
        return room;
    }

    private static <L> double effect(@Nullable Map<L, BigDecimal> effects, L level) {
        return Objects.requireNonNull(Objects.requireNonNull(effects).get(level))
                .doubleValue();
    }

    @Test
    void plantedEffectsAndNoiseAreRecovered() {
        double deviation = 500;
        var views = planted(20, random -> Math.round(deviation * random.nextGaussian()))
                .views();
        assertThat(views.sessions()).isEqualTo(560);
        var adjusted = Objects.requireNonNull(views.adjusted());
        // Of 550 degrees of freedom: the deviation is known to 1 / √1100, that is 3%.
        assertThat(adjusted.freedom()).isEqualTo(550);
        assertThat(adjusted.variation().doubleValue()).isCloseTo(deviation / LEVEL, within(0.1 * deviation / LEVEL));
        // Each weekday has 80 sessions: its mean is known to 500 / √80 = 56.
        WEEKDAYS.forEach((weekday, effect) ->
                assertThat(effect(adjusted.weekdays(), weekday)).isCloseTo(effect, within(170.0)));
        SLOTS.forEach(
                (slot, effect) -> assertThat(effect(adjusted.slots(), slot)).isCloseTo(effect, within(130.0)));
        assertThat(Objects.requireNonNull(views.plain()).doubleValue()).isGreaterThan(0.22);
        assertThat(views.reason()).isNull();
    }

    @Test
    void withoutNoiseAllIsExplained() {
        var stability = planted(2, random -> 0).stability();
        assertThat(stability.views().members(Amounts::rounded))
                .containsEntry("mean", new BigDecimal("10000.000000"))
                .containsEntry("adjustedVariation", new BigDecimal("0.000000"))
                .containsEntry("degreesOfFreedom", 46)
                .containsEntry(
                        "slots",
                        Map.of(
                                "night", new BigDecimal("-1500.000000"),
                                "morning", new BigDecimal("-500.000000"),
                                "afternoon", new BigDecimal("0.000000"),
                                "evening", new BigDecimal("2000.000000")));
        // Minor units of two hours each.
        assertThat(stability.gmv().members(Amounts.in("CNY")::money)).containsEntry("mean", "50.00");
    }

    /** By hand: two weekdays, one slot; 8, 12 on Mondays and 18, 22 on Tuesdays, three times each. */
    @Test
    void theResidualsAreThoseOfTheMeansOfWeekdays() {
        var room = new Room();
        for (int week = 0; week < 6; week++) {
            room.held(at(7 * week, 20), week % 2 == 0 ? 8 : 12);
            room.held(at(7 * week + 1, 20), week % 2 == 0 ? 18 : 22);
        }
        var views = room.views();
        var adjusted = Objects.requireNonNull(views.adjusted());
        assertThat(adjusted.freedom()).isEqualTo(10);
        // 12 residuals of 2: √(48 / 10) over 15.
        assertThat(adjusted.variation().doubleValue()).isCloseTo(Math.sqrt(4.8) / 15, within(1e-12));
        // Plain: 6 · (7² + 3² + 3² + 7²) / 2 = 348 of 11.
        assertThat(Objects.requireNonNull(views.plain()).doubleValue())
                .isCloseTo(Math.sqrt(348 / 11.0) / 15, within(1e-12));
        assertThat(effect(adjusted.weekdays(), DayOfWeek.TUESDAY)).isCloseTo(5, within(1e-9));
    }

    @Test
    void constantTrafficDoesNotVary() {
        var room = new Room();
        for (int day = 0; day < 30; day++) {
            room.held(at(day, 20), 12_345);
        }
        var views = room.stability().views().members(Amounts::rounded);
        assertThat(views)
                .containsEntry("variation", new BigDecimal("0.000000"))
                .containsEntry("adjustedVariation", new BigDecimal("0.000000"))
                .containsEntry("reason", null);
    }

    @Test
    void tooFewSessionsTellNothing() {
        var room = new Room();
        for (int day = 0; day < 7; day++) {
            room.held(at(day, 20), 100 + day);
        }
        var seven = room.views();
        assertThat(seven.adjusted()).isNull();
        assertThat(seven.reason()).isEqualTo(Unknown.TOO_FEW_SESSIONS);
        assertThat(seven.plain()).isNotNull();
        // Ten of seven weekdays leave three free.
        for (int day = 7; day < 10; day++) {
            room.held(at(day, 20), 100 + day);
        }
        assertThat(room.views().reason()).isEqualTo(Unknown.TOO_FEW_DEGREES_OF_FREEDOM);
        room.held(at(10, 20), 100);
        assertThat(Objects.requireNonNull(room.views().adjusted()).freedom()).isEqualTo(4);
        assertThat(new Room().views().reason()).isEqualTo(Unknown.TOO_FEW_SESSIONS);
    }

    @Test
    void whereWeekdayAndSlotGoTogetherTheVariationIsToldAndTheEffectsAreNot() {
        var room = new Room();
        for (int week = 0; week < 6; week++) {
            room.held(at(7 * week, 8), week % 2 == 0 ? 8 : 12);
            room.held(at(7 * week + 1, 20), week % 2 == 0 ? 18 : 22);
        }
        var views = room.views();
        var adjusted = Objects.requireNonNull(views.adjusted());
        assertThat(adjusted.freedom()).isEqualTo(10);
        assertThat(adjusted.variation().doubleValue()).isCloseTo(Math.sqrt(4.8) / 15, within(1e-12));
        assertThat(adjusted.weekdays()).isNull();
        assertThat(views.members(Amounts::rounded))
                .containsEntry("weekdays", null)
                .containsEntry("reason", Unknown.CONFOUNDED);
    }

    @Test
    void aSessionWithoutThatCounterOrWithoutTimeIsLeftOut() {
        var room = new Room();
        room.held(at(0, 20), 10);
        room.held(at(1, 20), 20);
        var start = Instant.parse("2026-06-03T12:00:00Z");
        room.broadcasts.add(new Broadcast("main", "none", start, start));
        room.sums.add(room.sums.get(0));
        var stability = room.stability();
        assertThat(stability.sessions()).isEqualTo(3);
        assertThat(stability.views().sessions()).isEqualTo(2);
        assertThat(stability.views().mean()).isEqualByComparingTo("15");
        assertThat(stability.impressions().sessions()).isZero();
        assertThat(stability.impressions().mean()).isNull();
    }

    @Test
    void nothingSeenDoesNotVary() {
        var room = new Room();
        for (int day = 0; day < 20; day++) {
            room.held(at(day, 20), 0);
        }
        assertThat(room.views().plain()).isNull();
        assertThat(room.views().reason()).isEqualTo(Unknown.MEAN_IS_ZERO);
    }

    @Test
    void theWeekdayAndTheSlotAreThoseOfTheZone() {
        var room = new Room();
        for (int week = 0; week < 8; week++) {
            // Monday 23:30 UTC is Tuesday 7:30 in Shanghai.
            var start = Instant.parse("2026-06-01T23:30:00Z").atZone(ZoneId.of("UTC"));
            room.held(start.plusWeeks(week), 100 + week);
        }
        var adjusted = Objects.requireNonNull(room.views().adjusted());
        assertThat(adjusted.weekdays()).containsOnlyKeys(DayOfWeek.TUESDAY);
        assertThat(adjusted.slots()).containsOnlyKeys(Slot.MORNING);
    }
}
