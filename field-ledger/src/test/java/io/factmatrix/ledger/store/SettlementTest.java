package io.factmatrix.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.domain.event.Content;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.event.State;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.testing.RandomHistory;
import io.factmatrix.ledger.testing.TestLedger;
import io.factmatrix.ledger.testing.TestMerchant;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the fields of a merchant count together is counted once, wherever and in whatever order it arrives. */
class SettlementTest {

    private static final TestLedger LEDGER = new TestLedger();

    @Test
    void aLineCountsInItsStrongestField() {
        var merchant = new TestMerchant(LEDGER);
        merchant.send(
                paid(Field.LIVESTREAM, "l", "o", "1", 1, "a"),
                RandomHistory.refund(Field.LIVESTREAM, "r", "o", "1", 30));
        merchant.settle();
        merchant.send(paid(Field.KOL, "k", "o", "1", 2, "a"));
        merchant.settle();
        assertThat(merchant.figures(Field.LIVESTREAM).gmv()).isZero();
        assertThat(merchant.figures(Field.LIVESTREAM).refunds()).isZero();
        assertThat(merchant.figures(Field.KOL).gmv()).isEqualTo(100);
        assertThat(merchant.state(Field.LIVESTREAM, "l")).isEqualTo(State.OUTCLAIMED);
        assertThat(merchant.state(Field.LIVESTREAM, "r")).isEqualTo(State.OUTCLAIMED);
    }

    @Test
    void whatComesLaterToAnOutclaimedLineIsOutclaimed() {
        var merchant = new TestMerchant(LEDGER);
        merchant.send(paid(Field.KOL, "k", "o", "1", 2, "a"));
        merchant.send(paid(Field.LIVESTREAM, "l", "o", "1", 1, "a"), paid(Field.LIVESTREAM, "l2", "o", "2", 1, "a"));
        merchant.settle();
        merchant.send(
                RandomHistory.refund(Field.LIVESTREAM, "r", "o", "1", 30),
                RandomHistory.refund(Field.LIVESTREAM, "r2", "o", "2", 20));
        assertThat(merchant.state(Field.LIVESTREAM, "r")).isEqualTo(State.OUTCLAIMED);
        assertThat(merchant.figures(Field.LIVESTREAM).gmv()).isEqualTo(100);
        assertThat(merchant.figures(Field.LIVESTREAM).refunds()).isEqualTo(20);
    }

    @Test
    void aClaimIsUndoneWhenItIsReplacedByASample() {
        var merchant = new TestMerchant(LEDGER);
        merchant.send(paid(Field.LIVESTREAM, "l", "o", "1", 1, "a"));
        merchant.send(paid(Field.KOL, "k", "o", "1", 2, "a"));
        merchant.settle();
        merchant.send(RandomHistory.order(Field.KOL, "k2", "k", "o", "1", 2, "a", "CNY", true));
        merchant.settle();
        assertThat(merchant.figures(Field.LIVESTREAM).gmv()).isEqualTo(100);
        assertThat(merchant.figures(Field.LIVESTREAM).newBuyers()).isOne();
        assertThat(merchant.figures(Field.KOL).newBuyers()).isZero();
        assertThat(merchant.state(Field.LIVESTREAM, "l")).isEqualTo(State.COUNTED);
    }

    @Test
    void anEarlierPurchaseElsewhereMovesTheNewBuyer() {
        var merchant = new TestMerchant(LEDGER);
        merchant.send(paid(Field.KOL, "k", "o", "1", 5, "a"));
        merchant.settle();
        assertThat(merchant.figures(Field.KOL).newBuyers()).isOne();
        merchant.send(paid(Field.UNATTRIBUTED, "u", "p", "1", 4, "a"));
        merchant.settle();
        assertThat(merchant.figures(Field.KOL).newBuyers()).isZero();
        assertThat(merchant.figures(Field.UNATTRIBUTED).newBuyers()).isOne();
    }

    @Test
    void anOrderOfTwoFieldsCountsOnceInTheWhole() {
        var merchant = new TestMerchant(LEDGER);
        merchant.send(paid(Field.KOL, "k", "o", "1", 5, "a"));
        merchant.send(paid(Field.LIVESTREAM, "l", "o", "2", 4, "a"));
        merchant.settle();
        assertThat(merchant.figures(Field.KOL).orders()).isOne();
        assertThat(merchant.figures(Field.KOL).ordersOfWhole()).isZero();
        assertThat(merchant.figures(Field.LIVESTREAM).ordersOfWhole()).isOne();
    }

    @Test
    void aPartOfSharedOrdersIsLimitedByTheirLines() {
        var merchant = new TestMerchant(LEDGER);
        for (int order = 0; order < 5; order++) {
            merchant.send(paid(Field.KOL, "k-" + order, "o-" + order, "1", 5, "a"));
            for (int line = 1; line <= 3; line++) {
                merchant.send(paid(Field.LIVESTREAM, "l-" + order + line, "o-" + order, "l" + line, 4, "a"));
            }
        }
        merchant.settle();
        var first = merchant.shared(Field.LIVESTREAM, 0, 4);
        var second = merchant.shared(Field.LIVESTREAM, first.position(), 4);
        var third = merchant.shared(Field.LIVESTREAM, second.position(), 4);
        assertThat(List.of(first.more(), second.more(), third.more())).containsExactly(true, true, false);
        assertThat(List.of(first.entries(), second.entries(), third.entries()))
                .as("whole orders, and at most one more than the limit needs")
                .map(List::size)
                .containsExactly(6, 6, 3);
    }

    /** The recomputation is written from the definitions, over all events at once. */
    @Property(tries = 15)
    void everythingEqualsTheRecomputation(@ForAll long seed) {
        var random = new Random(seed);
        var history = RandomHistory.orders(random);
        var sent = new ArrayList<>(history);
        sent.addAll(history.subList(0, history.size() / 2));
        Collections.shuffle(sent, random);
        var merchant = new TestMerchant(LEDGER);
        int from = 0;
        while (from < sent.size()) {
            int to = Math.min(sent.size(), from + 1 + random.nextInt(15));
            merchant.send(sent.subList(from, to).toArray(Event[]::new));
            from = to;
            merchant.settleSomewhat(random);
        }
        merchant.settle();
        var expected = Expected.of(history);
        for (var field : Field.values()) {
            var figures = merchant.figures(field);
            assertThat(Expected.of(figures)).as("%s, seed %d", field, seed).isEqualTo(expected.get(field));
        }
    }

    /** What is judged of a field. */
    private record Expected(
            BigInteger gmv,
            BigInteger refunds,
            BigInteger orders,
            BigInteger ordersOfWhole,
            @Nullable BigInteger newBuyers) {

        static Expected of(Figures figures) {
            return new Expected(
                    figures.gmv(), figures.refunds(), figures.orders(), figures.ordersOfWhole(), figures.newBuyers());
        }

        static Map<Field, Expected> of(Collection<Event> history) {
            var counted = counted(history);
            var expected = new TreeMap<Field, Expected>();
            for (var field : Field.values()) {
                var own =
                        counted.stream().filter(event -> event.field() == field).toList();
                var yuan = own.stream().filter(event -> isYuan(event)).toList();
                var lines = yuan.stream().map(event -> lineOf(event)).collect(Collectors.toSet());
                long refunds = history.stream()
                        .filter(event -> event.field() == field && event.content() instanceof Content.OrderRefunded)
                        .filter(event -> lines.contains(lineOf(event)))
                        .mapToLong(event -> ((Content.OrderRefunded) event.content())
                                .amount()
                                .minor())
                        .sum();
                long gmv = yuan.stream()
                        .mapToLong(event ->
                                ((Content.OrderPaid) event.content()).amount().minor())
                        .sum();
                expected.put(
                        field,
                        new Expected(
                                BigInteger.valueOf(gmv),
                                BigInteger.valueOf(refunds),
                                count(yuan, event -> orderOf(event), field),
                                count(
                                        counted.stream()
                                                .filter(event -> isYuan(event))
                                                .toList(),
                                        event -> orderOf(event),
                                        field),
                                count(
                                        counted.stream()
                                                .filter(event -> event.audience() != null)
                                                .toList(),
                                        Event::audience,
                                        field)));
            }
            return expected;
        }

        /** How many have their earliest event in that field. */
        private static BigInteger count(List<Event> events, Function<Event, @Nullable Object> of, Field field) {
            var earliest = new HashMap<Object, Event>();
            for (var event : events) {
                earliest.merge(
                        Objects.requireNonNull(of.apply(event)),
                        event,
                        (one, other) -> Comparator.comparing(Event::occurredAt)
                                                .thenComparing(Event::id)
                                                .thenComparing(Event::field, Comparator.reverseOrder())
                                                .compare(one, other)
                                        <= 0
                                ? one
                                : other);
            }
            return BigInteger.valueOf(earliest.values().stream()
                    .filter(event -> event.field() == field)
                    .count());
        }

        private static boolean isYuan(Event event) {
            return ((Content.OrderPaid) event.content()).amount().currency().equals("CNY");
        }

        private static String orderOf(Event event) {
            return ((Content.OfOrder) event.content()).order();
        }

        private static String lineOf(Event event) {
            return orderOf(event) + "/" + ((Content.OfOrder) event.content()).line();
        }

        /** The paid events that are the last of their chain, no samples, and of the strongest field that has one. */
        private static List<Event> counted(Collection<Event> history) {
            Set<String> replaced = new HashSet<>();
            history.forEach(event -> replaced.add(event.field() + event.replaces()));
            var strongest = new HashMap<String, Event>();
            history.stream()
                    .filter(event -> event.content() instanceof Content.OrderPaid paid && !paid.sample())
                    .filter(event -> !replaced.contains(event.field() + event.id()))
                    .forEach(event -> strongest.merge(
                            lineOf(event),
                            event,
                            (one, other) -> one.field().compareTo(other.field()) > 0 ? one : other));
            return List.copyOf(strongest.values());
        }
    }

    private static Event paid(Field field, String id, String order, String line, int hour, String audience) {
        return RandomHistory.order(field, id, null, order, line, hour, audience, "CNY", false);
    }
}
