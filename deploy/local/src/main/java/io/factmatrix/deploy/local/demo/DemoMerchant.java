package io.factmatrix.deploy.local.demo;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Sixty days of a small merchant around the platform's great sale of 18 June: two sessions a day and an own shop, twelve
 * creators, the campaign with its burst, and one event of a KOL the evening before. The same seed, the same events.
 */
public final class DemoMerchant {

    public static final LocalDate FROM = LocalDate.of(2026, 5, 20);
    public static final LocalDate TO = FROM.plusDays(60);
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final LocalDate SALE = LocalDate.of(2026, 6, 18);
    private static final LocalDate KOL_EVENING = SALE.minusDays(1);
    private static final int CREATORS = 12;
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final Chance chance;
    private final Happenings happenings;

    public DemoMerchant(long seed) {
        this.chance = new Chance(seed);
        this.happenings = new Happenings(chance, at(TO, 0));
    }

    /** Its events in order of time, one a line. */
    public static InputStream events(long seed) {
        var lines = new DemoMerchant(seed).live().stream().map(DemoEvent::json).collect(Collectors.joining("\n"));
        return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    }

    private List<DemoEvent> live() {
        for (var day = FROM; day.isBefore(TO); day = day.plusDays(1)) {
            livestream(day);
            shop(day);
            creators(day);
            campaign(day);
            strays(day);
        }
        kol();
        return happenings.events().stream()
                .sorted(Comparator.comparing(DemoEvent::at))
                .toList();
    }

    private void livestream(LocalDate day) {
        session(day, "morning", 10, 8, 900);
        session(day, "evening", 20, 12, 2_000);
        happenings.cost("livestream", "session-" + day + "-evening", "ads", at(day, 23), fen(day, 60_000));
        happenings.cost("livestream", "session-" + day + "-evening", "staff", at(day, 23), 48_000);
    }

    private void session(LocalDate day, String slot, int hour, int quarters, double impressions) {
        for (var quarter = 0; quarter < quarters; quarter++) {
            var start = at(day, hour).plus(QUARTER.multipliedBy(quarter));
            // The room fills, and what it sold yesterday brings it more today.
            var filled = 0.6 + 0.8 * quarter / quarters;
            play(
                    "livestream",
                    "session-" + day + "-" + slot,
                    start,
                    QUARTER,
                    Funnel.OWN_LIVE,
                    day,
                    impressions * filled,
                    0.2);
        }
    }

    private void shop(LocalDate day) {
        for (var hour = 0; hour < 24; hour += 6) {
            var share = hour == 0 ? 0.3 : 1;
            play("livestream", "shop", at(day, hour), Duration.ofHours(6), Funnel.OWN_SHOP, day, 700 * share, 0);
        }
    }

    /** Every creator publishes every fifth day; a piece of content is seen for three. */
    private void creators(LocalDate day) {
        var number = (int) (day.toEpochDay() - FROM.toEpochDay());
        for (var creator = 1; creator <= CREATORS; creator++) {
            var age = (number + creator) % 5;
            if (age < 3 && number >= age) {
                var content = "content-c%02d-%s".formatted(creator, day.minusDays(age));
                var reach = 22_000.0 / creator / (1 + age) + 2_000;
                play("creator", content, at(day, 9), Duration.ofHours(14), Funnel.CREATOR, day, reach, 0);
                if (age == 0) {
                    happenings.settledCost(
                            "creator",
                            content,
                            "commission",
                            at(day, 12),
                            fen(day, 90_000 / creator),
                            Duration.ofDays(15));
                    happenings.cost("creator", content, "sample", at(day, 8), 9_900);
                }
            }
        }
    }

    /** Warm-up from 1 June, burst over three days, continuation for two. */
    private void campaign(LocalDate day) {
        var heat = heat(day);
        if (heat > 0) {
            for (var hour = 0; hour < 24; hour += 2) {
                play(
                        "campaign",
                        "page-618",
                        at(day, hour),
                        Duration.ofHours(2),
                        Funnel.CAMPAIGN_PAGE,
                        day,
                        220 * heat,
                        0.5);
            }
            happenings.cost("campaign", "page-618", "ads", at(day, 22), Math.round(25_000 * heat));
        }
    }

    private static double heat(LocalDate day) {
        if (day.isBefore(LocalDate.of(2026, 6, 1)) || day.isAfter(SALE.plusDays(2))) {
            return 0;
        }
        return day.isBefore(SALE.minusDays(2)) ? 1 : day.isAfter(SALE) ? 3 : 9;
    }

    private void kol() {
        var event = "event-" + KOL_EVENING;
        for (var quarter = 0; quarter < 16; quarter++) {
            var start = at(KOL_EVENING, 19).plus(QUARTER.multipliedBy(quarter));
            play("kol", event, start, QUARTER, Funnel.KOL_EVENT, KOL_EVENING, 12_000, 0.1);
        }
        happenings.cost("kol", event, "slotFee", at(KOL_EVENING, 18), 5_000_000);
        happenings.settledCost("kol", event, "commission", at(KOL_EVENING, 23), 3_200_000, Duration.ofDays(15));
    }

    private void strays(LocalDate day) {
        for (var left = chance.between(1, 4); left > 0; left--) {
            happenings.stray(at(day, chance.between(8, 22)));
        }
    }

    private void play(
            String field,
            String touchpoint,
            Instant start,
            Duration length,
            Funnel funnel,
            LocalDate day,
            double impressions,
            double paid) {
        var discount = heat(day) > 1 ? 0.15 : 0;
        happenings.play(new Scene(field, touchpoint, start, length, funnel, impressions * growth(day), paid, discount));
    }

    /** A quarter more at weekends, and the snowball: one percent a day. */
    private static double growth(LocalDate day) {
        var days = day.toEpochDay() - FROM.toEpochDay();
        var weekend = day.getDayOfWeek().getValue() > 5 ? 1.25 : 1;
        return weekend * (1 + 0.01 * days);
    }

    private static long fen(LocalDate day, long base) {
        return Math.round(base * growth(day));
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(ZONE).toInstant();
    }
}
