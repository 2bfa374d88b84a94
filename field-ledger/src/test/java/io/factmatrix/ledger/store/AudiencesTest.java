package io.factmatrix.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.application.Sketching;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.event.Content;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.ledger.domain.figures.Audience;
import io.factmatrix.ledger.domain.figures.People;
import io.factmatrix.ledger.domain.figures.Window;
import io.factmatrix.ledger.testing.TestLedger;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

class AudiencesTest {

    private static final TestLedger LEDGER = new TestLedger();
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final List<String> SHOPS = List.of("main", "second");

    private final Sketching sketching = sketching();

    private static Sketching sketching() {
        return new Sketching(
                new PostgresAudiences(LEDGER.jdbc()),
                new PostgresFigures(LEDGER.jdbc()),
                LEDGER.transactions(),
                LEDGER.threads());
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Shanghai, 2026-06-01, 2026-06-09",
        "Asia/Kathmandu, 2026-06-02, 2026-06-05",
        "America/New_York, 2026-06-01, 2026-06-08",
        "Asia/Kolkata, 2026-06-03, 2026-06-04",
        "Australia/Lord_Howe, 2026-06-01, 2026-06-02"
    })
    void aWindowHoldsWhoWasThere(String zoneId, LocalDate from, LocalDate to) {
        var zone = ZoneId.of(zoneId);
        var history = history(new Random(from.getDayOfMonth()), 3_000);
        var ledger = TestLedger.fresh();
        inParts(ledger, history, new Random(7));
        var window = window(
                from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant(), null);
        assertSame(audience(ledger, window, zone), history, zone, window);
    }

    /** Days of 23, 25 and 23½ hours, cut at a quarter past, and one that begins at half past eighteen, UTC. */
    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2026-03-08, 2026-03-08T04:59:59.999Z, 2026-03-08T05:00:00Z, 2026-03-09T03:59:59.999Z, 2026-03-09T04:00:00Z",
        "America/New_York, 2025-11-02, 2025-11-02T03:59:59.999Z, 2025-11-02T04:00:00Z, 2025-11-03T04:59:59.999Z, 2025-11-03T05:00:00Z",
        "Australia/Lord_Howe, 2025-10-05, 2025-10-04T13:29:59.999Z, 2025-10-04T13:30:00Z, 2025-10-05T12:59:59.999Z, 2025-10-05T13:00:00Z",
        "Asia/Kathmandu, 2026-06-02, 2026-06-01T18:14:59.999Z, 2026-06-01T18:15:00Z, 2026-06-02T18:14:59.999Z, 2026-06-02T18:15:00Z"
    })
    void aDayBeginsAndEndsByItsZone(
            String zoneId, LocalDate day, Instant before, Instant first, Instant last, Instant behind) {
        var zone = ZoneId.of(zoneId);
        var ledger = TestLedger.fresh();
        var events = new ArrayList<Event>();
        for (var at : List.of(before, first, last, behind)) {
            events.add(at(at, "saw " + at, new Content.Seen("saw")));
            events.add(at(at, "did " + at, new Content.Seen("interacted")));
            events.add(at(at, "paid " + at, paid("o " + at)));
            events.add(
                    at(at, "first and last".substring(at.equals(last) || at.equals(first) ? 0 : 5), paid("r " + at)));
        }
        LEDGER.send(ledger, events);
        var one = window(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant(),
                null);
        assertThat(one.from()).isEqualTo(first);
        assertThat(one.to()).isEqualTo(behind);
        var told = audience(ledger, one, zone);
        assertSame(told, events, zone, one);
        assertThat(told.aware().people().value()).isEqualTo(7);
        assertThat(told.loyal().people().value()).isZero();
        var three = window(
                day.minusDays(1).atStartOfDay(zone).toInstant(),
                day.plusDays(2).atStartOfDay(zone).toInstant(),
                null);
        assertSame(audience(ledger, three, zone), events, zone, three);
        assertThat(audience(ledger, three, zone).loyal().people().value()).isEqualTo(1);
    }

    private static Event at(Instant at, String audience, Content content) {
        var id = (audience + content.hashCode()).replaceAll("[^a-z0-9]", "");
        return new Event(
                id.substring(0, Math.min(64, id.length())),
                Field.CREATOR,
                "t-1",
                "main",
                null,
                at,
                "p-1",
                audience,
                content);
    }

    private static Content paid(String order) {
        return new Content.OrderPaid(order, "1", 1, new Money(100, "CNY"), false);
    }

    @Test
    void aShopAProductAndATouchpointAreApart() {
        var history = history(new Random(3), 3_000);
        var ledger = TestLedger.fresh();
        inParts(ledger, history, new Random(4));
        var from = TestLedger.DAY.plusSeconds(3 * 900);
        var to = TestLedger.DAY.plusSeconds(5 * 86_400 + 900);
        for (var window : List.of(
                new Window(from, to, "CNY", "second", null, null),
                new Window(from, to, "CNY", null, "p-1", null),
                new Window(from, to, "CNY", null, null, "t-2"),
                new Window(from, to, "CNY", "main", "p-2", "t-1"),
                new Window(from, to, "JPY", null, null, null),
                new Window(from, from.plusSeconds(900), "CNY", null, null, null))) {
            assertSame(audience(ledger, window, SHANGHAI), history, SHANGHAI, window);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 12, 13})
    void theOrderAndThePartsInWhichEventsCameMakeNoDifference(int seed) {
        var history = history(new Random(seed), 12_000);
        var shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, new Random(seed + 1));
        var one = TestLedger.fresh();
        var other = TestLedger.fresh();
        LEDGER.send(one, history);
        inParts(other, shuffled, new Random(seed + 2));
        var window = window(TestLedger.DAY, TestLedger.DAY.plusSeconds(10 * 86_400), null);
        var left = audience(one, window, SHANGHAI);
        var right = audience(other, window, SHANGHAI);
        assertThat(left.aware()).isEqualTo(right.aware());
        assertThat(left.interested()).isEqualTo(right.interested());
        assertThat(left.purchased()).isEqualTo(right.purchased());
        assertThat(left.loyal()).isEqualTo(right.loyal());
        assertThat(left.days().loyal()).isEqualTo(right.days().loyal());
        assertThat(rows(one)).containsExactlyInAnyOrderEntriesOf(rows(other));
    }

    @Test
    void whatIsReplacedAfterItWasSketchedIsGone() {
        var ledger = TestLedger.fresh();
        var window = window(TestLedger.DAY, TestLedger.DAY.plusSeconds(86_400), null);
        LEDGER.send(ledger, seen("s-1", "a-1", 10, null), seen("s-2", "a-2", 20, null));
        assertThat(aware(ledger, window)).isEqualTo(2);
        LEDGER.send(ledger, seen("s-3", "a-3", 90_000, "s-1"));
        assertThat(aware(ledger, window)).isEqualTo(1);
        LEDGER.send(ledger, seen("s-4", "a-4", 30, "s-3"));
        assertThat(aware(ledger, window)).isEqualTo(2);
        // Its replacement came first.
        LEDGER.send(ledger, seen("s-6", "a-6", 90_000, "s-5"));
        LEDGER.send(ledger, seen("s-5", "a-5", 40, null));
        assertThat(aware(ledger, window)).isEqualTo(2);
    }

    @Test
    void manySketchAtOnceWhileEventsComeAndAreReplaced() {
        var ledger = TestLedger.fresh();
        var history = history(new Random(21), 6_000);
        var parts = parts(history, new Random(22));
        var window = window(TestLedger.DAY, TestLedger.DAY.plusSeconds(10 * 86_400), null);
        Flux.merge(
                        Flux.fromIterable(parts)
                                .publishOn(Schedulers.boundedElastic())
                                .doOnNext(part -> LEDGER.send(ledger, part)),
                        Flux.range(0, 60).flatMap(look -> sketching.audience(ledger, window, SHANGHAI), 2),
                        Flux.range(0, 60).flatMap(look -> sketching().audience(ledger, window, SHANGHAI), 2))
                .blockLast();
        assertSame(audience(ledger, window, SHANGHAI), history, SHANGHAI, window);
        var untouched = TestLedger.fresh();
        LEDGER.send(untouched, history);
        audience(untouched, window, SHANGHAI);
        assertThat(rows(ledger)).containsExactlyInAnyOrderEntriesOf(rows(untouched));
    }

    @Test
    void whatBrokeOffIsDoneAgain() {
        var ledger = TestLedger.fresh();
        var history = history(new Random(31), 2_000);
        LEDGER.send(ledger, history);
        var audiences = new PostgresAudiences(LEDGER.jdbc());
        Flux.range(0, 5)
                .concatMap(attempt -> LEDGER.threads()
                        .call(() -> LEDGER.transactions().<Long>write(ledger.merchant(), () -> {
                            audiences.sketch(ledger, 700);
                            throw new IllegalStateException("killed");
                        }))
                        .onErrorComplete())
                .blockLast();
        var window = window(TestLedger.DAY, TestLedger.DAY.plusSeconds(10 * 86_400), null);
        assertSame(audience(ledger, window, SHANGHAI), history, SHANGHAI, window);
    }

    private long aware(LedgerId ledger, Window window) {
        return audience(ledger, window, SHANGHAI).aware().people().value().longValueExact();
    }

    private Audience audience(LedgerId ledger, Window window, ZoneId zone) {
        return Objects.requireNonNull(sketching.audience(ledger, window, zone).block())
                .audience();
    }

    /** Each sketch as it is stored, by its place. */
    private static Map<String, String> rows(LedgerId ledger) {
        return LEDGER.transactions().read(ledger.merchant(), () -> {
            var rows = new HashMap<String, String>();
            LEDGER.jdbc().query("select span, start, stage, shop, sketch from audience_sketch", row -> {
                rows.put(
                        row.getString("span") + row.getString("start") + row.getString("stage") + row.getString("shop"),
                        HexFormat.of().formatHex(row.getBytes("sketch")));
            });
            return rows;
        });
    }

    private static void inParts(LedgerId ledger, List<Event> history, Random chance) {
        for (var part : parts(history, chance)) {
            LEDGER.send(ledger, part);
            if (chance.nextInt(3) == 0) {
                Objects.requireNonNull(sketching()
                        .audience(ledger, window(TestLedger.DAY, TestLedger.DAY.plusSeconds(900), null), SHANGHAI)
                        .block());
            }
        }
    }

    private static List<List<Event>> parts(List<Event> history, Random chance) {
        var parts = new ArrayList<List<Event>>();
        for (int from = 0; from < history.size(); ) {
            int to = Math.min(history.size(), from + 1 + chance.nextInt(400));
            parts.add(history.subList(from, to));
            from = to;
        }
        return parts;
    }

    private static Window window(Instant from, Instant to, @Nullable String shop) {
        return new Window(from, to, "CNY", shop, null, null);
    }

    /** Ten days of people who see, do and buy something; some of it is corrected, before or after it is told. */
    private static List<Event> history(Random chance, int size) {
        var events = new ArrayList<Event>();
        for (int number = 0; number < size; number++) {
            var audience = "a-" + chance.nextInt(size / 3);
            var at = TestLedger.DAY.plusSeconds(chance.nextInt(10 * 86_400));
            var content = content(chance, number);
            var shop = SHOPS.get(chance.nextInt(2));
            var id = "e-" + number;
            events.add(event(id, null, shop, at, chance, audience, content));
            if (content instanceof Content.Seen && chance.nextInt(6) == 0) {
                var stage = new Content.Seen(chance.nextBoolean() ? "saw" : "interacted");
                var other = "a-" + chance.nextInt(size / 3);
                var later = TestLedger.DAY.plusSeconds(chance.nextInt(10 * 86_400));
                events.add(chance.nextInt(events.size()), event("r-" + number, id, shop, later, chance, other, stage));
            }
        }
        return events;
    }

    private static Content content(Random chance, int number) {
        return switch (chance.nextInt(4)) {
            case 0, 1 -> new Content.Seen("saw");
            case 2 -> new Content.Seen("interacted");
            default ->
                new Content.OrderPaid(
                        "o-" + number,
                        "1",
                        1,
                        new Money(100, chance.nextInt(5) == 0 ? "JPY" : "CNY"),
                        chance.nextInt(9) == 0);
        };
    }

    private static Event event(
            String id,
            @Nullable String replaces,
            String shop,
            Instant at,
            Random chance,
            String audience,
            Content content) {
        return new Event(
                id,
                Field.CREATOR,
                "t-" + (1 + chance.nextInt(2)),
                shop,
                replaces,
                at,
                "p-" + (1 + chance.nextInt(2)),
                audience,
                content);
    }

    private static Event seen(String id, String audience, int seconds, @Nullable String replaces) {
        return new Event(
                id,
                Field.CREATOR,
                "t-1",
                "main",
                replaces,
                TestLedger.DAY.plusSeconds(seconds),
                null,
                audience,
                new Content.Seen("saw"));
    }

    /** Against sets made by hand; all of them are small enough to be exact. */
    private static void assertSame(Audience told, List<Event> history, ZoneId zone, Window window) {
        var replaced = new HashSet<String>();
        history.stream().map(Event::replaces).filter(Objects::nonNull).forEach(replaced::add);
        var counted = history.stream()
                .filter(event -> !replaced.contains(event.id()))
                .filter(window::covers)
                .toList();
        var days = new HashMap<String, Set<LocalDate>>();
        for (var event : counted) {
            if (event.content() instanceof Content.OrderPaid paid
                    && !paid.sample()
                    && paid.amount().currency().equals(window.currency())) {
                days.computeIfAbsent(Objects.requireNonNull(event.audience()), first -> new HashSet<>())
                        .add(event.occurredAt().atZone(zone).toLocalDate());
            }
        }
        var interested = people(counted, "interacted"::equals);
        interested.addAll(days.keySet());
        var aware = people(counted, stage -> true);
        aware.addAll(interested);
        assertThat(told.aware().people()).isEqualTo(exactly(aware.size()));
        assertThat(told.interested().people()).isEqualTo(exactly(interested.size()));
        assertThat(told.purchased().people()).isEqualTo(exactly(days.size()));
        long loyal = days.values().stream().filter(each -> each.size() > 1).count();
        assertThat(told.loyal().people()).isEqualTo(exactly(loyal));
        assertThat(told.days().loyal()).isEqualTo(exactly(loyal));
    }

    private static Set<String> people(List<Event> events, Predicate<String> stage) {
        var people = new HashSet<String>();
        for (var event : events) {
            if (event.content() instanceof Content.Seen seen && stage.test(seen.stage())) {
                people.add(Objects.requireNonNull(event.audience()));
            }
        }
        return people;
    }

    private static People exactly(long count) {
        var number = BigInteger.valueOf(count);
        return new People(number, number, number, true);
    }
}
