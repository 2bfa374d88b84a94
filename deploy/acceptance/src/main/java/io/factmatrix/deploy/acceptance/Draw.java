package io.factmatrix.deploy.acceptance;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Seeded draws of what an event is made of, in all the spellings that the API allows. */
final class Draw {

    /** Far enough back that nothing drawn lies ahead of now, with a change of clocks in Europe and America inside. */
    static final Instant BASE = Instant.parse("2025-03-01T00:00:00Z");

    static final int DAYS = 45;

    static final List<String> SHOPS = List.of("main", "douyin-1", "tiktok:eu", "a:b");
    static final List<String> TOUCHPOINTS = List.of("live-1", "live 2", "a&b=c+d", "100%/x", "own-shop");
    static final List<String> PRODUCTS = List.of("p-1", "p-2", "p 3", "p+4", "B:c", "c");
    static final List<String> CURRENCIES = List.of("CNY", "USD", "JPY", "KWD");

    private static final List<ZoneOffset> OFFSETS = List.of(
            ZoneOffset.UTC,
            ZoneOffset.ofHours(8),
            ZoneOffset.ofHours(-5),
            ZoneOffset.ofHoursMinutes(5, 45),
            ZoneOffset.ofHoursMinutes(-3, -30),
            ZoneOffset.ofHours(14));

    private static final String ID_LETTERS = "abcXYZ019!#$%&'()*+,-./:;<=>?@[]^_`{|}~\"\\";

    private final Random random;
    private final Set<Event.Key> ids = new HashSet<>();
    private int serial;

    Draw(long seed) {
        random = new Random(seed);
    }

    Random random() {
        return random;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Between both, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Unique within its field; the same id may name another event of another field. */
    String id(String field) {
        while (true) {
            var id = chance(0.1) ? wildId() : (chance(0.5) ? "e-" : "") + Integer.toString(serial++ / 2, 36);
            if (ids.add(new Event.Key(field, id))) {
                return id;
            }
        }
    }

    private String wildId() {
        var id = new StringBuilder();
        for (int length = between(1, 64); length > 0; length--) {
            id.append(ID_LETTERS.charAt(random.nextInt(ID_LETTERS.length())));
        }
        return id.toString();
    }

    String shop() {
        return chance(0.6) ? "main" : one(SHOPS);
    }

    String currency() {
        return chance(0.65) ? "CNY" : one(CURRENCIES);
    }

    String buyer() {
        return "u-" + between(1, 40);
    }

    /** At least 1 minor unit. */
    BigInteger minor() {
        return BigInteger.valueOf(1 + (chance(0.2) ? random.nextInt(20) : random.nextInt(500_000)));
    }

    long count() {
        return chance(0.3) ? random.nextInt(6) : random.nextInt(1_000_000);
    }

    /** Often on the edge of a quarter-hour, a day or a second, for that is where a window is cut. */
    Instant moment() {
        var moment = BASE.plusMillis(
                (long) (random.nextDouble() * Duration.ofDays(DAYS).toMillis()));
        return switch (between(0, 5)) {
            case 0 -> moment.truncatedTo(ChronoUnit.DAYS);
            case 1 -> Instant.ofEpochSecond(moment.getEpochSecond() / 900 * 900);
            case 2 -> moment.truncatedTo(ChronoUnit.SECONDS);
            case 3 -> Instant.ofEpochSecond(moment.getEpochSecond() / 900 * 900).minusMillis(1);
            default -> moment;
        };
    }

    Instant after(Instant moment, Duration atMost) {
        return moment.plusMillis((long) (random.nextDouble() * atMost.toMillis()));
    }

    /** One of the spellings of that moment: any offset, no more decimals than it needs, at times more. */
    String spelled(Instant moment) {
        int millis = moment.get(ChronoField.MILLI_OF_SECOND);
        int digits = millis == 0 ? one(List.of(0, 0, 1, 3)) : millis % 100 == 0 ? one(List.of(1, 2, 3)) : 3;
        var fraction = digits == 0 ? "" : "." + "%03d".formatted(millis).substring(0, digits);
        if (millis % 100 != 0) {
            fraction = "." + "%03d".formatted(millis);
        }
        var local = moment.atOffset(one(OFFSETS));
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").format(local)
                + fraction
                + (local.getOffset().equals(ZoneOffset.UTC) && chance(0.3)
                        ? "+00:00"
                        : local.getOffset().getId());
    }

    /** A literal of that amount: all minor digits, or no more than it needs. */
    Map<String, Object> money(BigInteger minor, String currency) {
        var literal = Money.text(minor, currency);
        if (chance(0.2)) {
            literal = new BigDecimal(literal).stripTrailingZeros().toPlainString();
        }
        var money = new LinkedHashMap<String, Object>();
        money.put("amount", literal);
        money.put("currency", currency);
        return money;
    }
}
