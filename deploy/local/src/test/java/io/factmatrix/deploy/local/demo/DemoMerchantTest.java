package io.factmatrix.deploy.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.domain.event.Content;
import io.factmatrix.ledger.domain.event.Content.Cost;
import io.factmatrix.ledger.domain.event.Content.OrderPaid;
import io.factmatrix.ledger.domain.event.Content.OrderRefunded;
import io.factmatrix.ledger.domain.event.Content.Traffic;
import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.EventType;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.ledger.domain.event.State;
import io.factmatrix.ledger.http.LineJudge;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoMerchantTest {

    private static final double SMALL = 0.02;
    private static final Set<Field> FIELDS = Set.of(Field.LIVESTREAM, Field.CREATOR, Field.CAMPAIGN, Field.KOL);

    private List<Event> events = List.of();

    @BeforeAll
    void read() {
        events = stored(618, 0.1);
    }

    static LongStream seeds() {
        return LongStream.concat(LongStream.range(0, 5), LongStream.of(-1, 1L << 40, Long.MIN_VALUE));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noLineIsRefusedOnAnySeed(long seed) {
        var judge = new LineJudge(Day.of(DemoMerchant.TO).at(0));
        var stored = stored(seed, SMALL, judge);

        var ids = stored.stream().map(event -> event.field() + "/" + event.id()).collect(Collectors.toSet());
        assertThat(stored)
                .filteredOn(event -> event.supersedes() != null)
                .allMatch(event -> ids.contains(event.field() + "/" + event.supersedes()));
        var states = Stream.of(Field.values())
                .flatMap(field -> judge.states(field).values().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(states)
                .doesNotContainKey(State.INVALID)
                .containsEntry(
                        State.REPLACED,
                        stored.stream()
                                .filter(event -> event.supersedes() != null)
                                .count());
        // A line that comes late, just when the nine weeks are over.
        assertThat(states.getOrDefault(State.PARKED, 0L)).isLessThan(5);
    }

    @Test
    void thereAreAboutThreeHundredThousand() {
        assertThat(stored(618, 1)).hasSizeBetween(270_000, 330_000);
    }

    /** On whatever JDK this runs. What changes the merchant, changes this as well. */
    @Test
    void theSameSeedGivesTheSameBytesEverywhere() throws IOException, NoSuchAlgorithmException {
        var sha = MessageDigest.getInstance("SHA-256");
        assertThat(HexFormat.of().formatHex(sha.digest(bytes(618))))
                .isEqualTo("7ded9b359cb1af80d1559c977a95b98d305ab0d8406e86996f145d67822f77f4");
        assertThat(bytes(7)).isEqualTo(bytes(7)).isNotEqualTo(bytes(8));
    }

    @Test
    void everyFieldHasEverythingThatHappensThere() {
        for (var type : EventType.values()) {
            assertThat(fields(type)).as(type.word()).containsAll(FIELDS);
        }
        assertThat(fields(EventType.ORDER_PAID)).contains(Field.UNATTRIBUTED);
        assertThat(contents(Cost.class, Cost::category))
                .containsExactlyInAnyOrder(
                        "ads", "commission", "slotFee", "sample", "staff", "production", "discount", "other");
        assertThat(contents(Cost.class, Cost::estimated)).containsExactlyInAnyOrder(true, false);
        assertThat(contents(Cost.class, cost -> cost.settles() != null)).containsExactlyInAnyOrder(true, false);
        assertThat(contents(Content.Seen.class, Content.Seen::stage)).containsExactlyInAnyOrder("saw", "interacted");
        for (var hasOrder : List.of(true, false)) {
            assertThat(contents(
                            Content.Service.class,
                            ticket -> (ticket.order() != null) == hasOrder ? ticket.kind() : "other"))
                    .contains("inquiry");
        }
        assertThat(contents(Content.Service.class, Content.Service::kind))
                .containsExactlyInAnyOrder("complaint", "inquiry", "praise");
        assertThat(contents(OrderPaid.class, OrderPaid::sample)).containsExactlyInAnyOrder(true, false);
        assertThat(contents(OrderPaid.class, line -> line.amount().currency()))
                .containsExactlyInAnyOrder("CNY", "THB", "USD");
        assertThat(events).extracting(Event::shop).contains("main", "kuaishou", "tiktok-th", "tiktok-us");
        for (var type : List.of(EventType.TRAFFIC, EventType.ORDER_PAID, EventType.ORDER_REFUNDED, EventType.COST)) {
            assertThat(events).as(type.word()).anyMatch(event -> event.type() == type && event.replaces() != null);
        }
        assertThat(events)
                .extracting(Event::touchpoint)
                .filteredOn(name -> name != null && name.startsWith("kol-"))
                .containsOnly("kol-luna-0605", "kol-ming-0617");
    }

    @Test
    void unknownCountersAreLeftOutAndNotZero() {
        var live = traffic(name -> name.contains("-live-") && name.startsWith("c"));
        assertThat(live)
                .isNotEmpty()
                .allMatch(traffic -> traffic.counters()
                        .keySet()
                        .equals(Set.of(Counter.VIEWS, Counter.VIEWERS, Counter.LIKES, Counter.COMMENTS)));
        assertThat(traffic(name -> name.startsWith("live-")))
                .anyMatch(traffic -> traffic.people().size() == 5)
                .anyMatch(traffic -> traffic.counters().size() == Counter.values().length);
    }

    @Test
    void aFunnelNarrowsWhereItMust() {
        assertThat(traffic(name -> true)).allSatisfy(traffic -> {
            narrows(traffic, Counter.IMPRESSIONS, Counter.PAID_IMPRESSIONS);
            narrows(traffic, Counter.IMPRESSIONS, Counter.VIEWS);
            narrows(traffic, Counter.VIEWS, Counter.VIEWERS);
            narrows(traffic, Counter.PRODUCT_IMPRESSIONS, Counter.PRODUCT_CLICKS);
            assertThat(List.copyOf(traffic.people().values())).isSortedAccordingTo(Comparator.reverseOrder());
        });
    }

    @Test
    void theBurstIsSeveralTimesAnOrdinaryDayAndTheDaysAfterItAreWeak() {
        var ordinary = gmvOfDay(Phase.ORDINARY);
        assertThat(gmvOfDay(Phase.BURST) / ordinary).isBetween(4.0, 8.0);
        assertThat(gmvOfDay(Phase.AFTERMATH) / ordinary).isBetween(0.6, 0.95);
        assertThat(events)
                .filteredOn(event -> event.field() == Field.CAMPAIGN && event.content() instanceof OrderPaid)
                .extracting(event -> Phase.of(date(event)))
                .containsOnly(Phase.ACCUMULATION, Phase.WARM_UP, Phase.BURST, Phase.CONTINUATION);
    }

    @Test
    void refundsComeWithinThirtyDaysAndAFewBeforeTheirLine() {
        var paid = new HashMap<String, Event>();
        var early = new ArrayList<Event>();
        for (var event : events) {
            if (event.content() instanceof OrderPaid line && event.replaces() == null) {
                paid.put(event.field() + line.order() + "/" + line.line(), event);
            } else if (event.content() instanceof OrderRefunded refund) {
                var line = paid.get(event.field() + refund.order() + "/" + refund.line());
                if (line == null) {
                    early.add(event);
                } else {
                    assertThat(event.occurredAt()).isAfter(line.occurredAt());
                    assertThat(date(event)).isBeforeOrEqualTo(date(line).plusDays(60));
                }
            }
        }
        assertThat(early).hasSizeBetween(5, 200);
        assertThat(contents(OrderRefunded.class, refund -> refund.quantity() != null))
                .containsExactlyInAnyOrder(true, false);
    }

    @Test
    void ordersHaveSeveralLinesAndAFewLieInTwoFields() {
        var lines = new HashMap<String, Set<Field>>();
        var sold = 0;
        for (var event : events) {
            if (event.content() instanceof OrderPaid paid && event.replaces() == null) {
                lines.computeIfAbsent(paid.order(), order -> new HashSet<>()).add(event.field());
                sold++;
            }
        }
        assertThat(sold / (double) lines.size()).isBetween(1.2, 1.8);
        assertThat(lines.values().stream().filter(fields -> fields.size() > 1).count())
                .isBetween(3L, 200L);
    }

    @Test
    void peopleComeBackOnOtherDaysAndToOtherFields() {
        var days = new HashMap<String, Set<LocalDate>>();
        var fields = new HashMap<String, Set<Field>>();
        var anonymous = 0;
        for (var event : events) {
            if (event.content() instanceof OrderPaid paid && !paid.sample()) {
                var audience = event.audience();
                if (audience == null) {
                    anonymous++;
                } else {
                    days.computeIfAbsent(audience, name -> new HashSet<>()).add(date(event));
                    fields.computeIfAbsent(audience, name -> new HashSet<>()).add(event.field());
                }
            }
        }
        assertThat(anonymous).isPositive();
        assertThat(several(days)).isBetween(0.05, 0.6);
        assertThat(several(fields)).isBetween(0.02, 0.4);
    }

    /** The mean, in fen. */
    private double gmvOfDay(Phase phase) {
        var gmv = events.stream()
                .filter(event -> event.replaces() == null && Phase.of(date(event)) == phase)
                .map(Event::content)
                .filter(OrderPaid.class::isInstance)
                .map(content -> ((OrderPaid) content).amount())
                .filter(amount -> amount.currency().equals("CNY"))
                .mapToLong(Money::minor)
                .sum();
        return gmv / (double) (phase.to().toEpochDay() - phase.from().toEpochDay());
    }

    private static double several(Map<String, ? extends Set<?>> sets) {
        return sets.values().stream().filter(set -> set.size() > 1).count() / (double) sets.size();
    }

    private static void narrows(Traffic traffic, Counter wide, Counter narrow) {
        var whole = traffic.counters().get(wide);
        var part = traffic.counters().get(narrow);
        if (whole != null && part != null) {
            assertThat(part).as(narrow.member()).isLessThanOrEqualTo(whole);
        }
    }

    private static LocalDate date(Event event) {
        return event.occurredAt().atOffset(Day.OFFSET).toLocalDate();
    }

    private Set<Field> fields(EventType type) {
        return events.stream()
                .filter(event -> event.type() == type)
                .map(Event::field)
                .collect(Collectors.toSet());
    }

    private <C extends Content> Set<Object> contents(Class<C> type, Function<C, Object> part) {
        return events.stream()
                .map(Event::content)
                .filter(type::isInstance)
                .map(type::cast)
                .map(part)
                .collect(Collectors.toSet());
    }

    private List<Traffic> traffic(Predicate<String> touchpoint) {
        return events.stream()
                .filter(event -> event.touchpoint() != null && touchpoint.test(event.touchpoint()))
                .map(Event::content)
                .filter(Traffic.class::isInstance)
                .map(Traffic.class::cast)
                .toList();
    }

    private static List<Event> stored(long seed, double scale) {
        return stored(seed, scale, new LineJudge(Day.of(DemoMerchant.TO).at(0)));
    }

    /** The events of a seed, each of which empty ledgers store. */
    private static List<Event> stored(long seed, double scale, LineJudge judge) {
        try (var reader =
                new BufferedReader(new InputStreamReader(DemoMerchant.events(seed, scale), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> judge.stored(line.getBytes(StandardCharsets.UTF_8)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(long seed) throws IOException {
        try (var events = DemoMerchant.events(seed, SMALL)) {
            return events.readAllBytes();
        }
    }
}
