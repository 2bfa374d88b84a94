package io.factmatrix.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.application.Correcting.Request;
import io.factmatrix.ledger.domain.event.Content;
import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Fact;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.Window;
import io.factmatrix.ledger.domain.history.Correction;
import io.factmatrix.ledger.domain.history.Moment;
import io.factmatrix.ledger.testing.RandomHistory;
import io.factmatrix.ledger.testing.TestLedger;
import io.factmatrix.ledger.testing.TestMerchant;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which event changed which day that was over, and by how much. */
class CorrectionsTest {

    private static final TestLedger LEDGER = new TestLedger();
    private static final ZoneId UTC = ZoneOffset.UTC;
    private static final LocalDate FIRST =
            LocalDate.ofInstant(TestLedger.DAY, UTC).minusDays(1);
    private static final int DAYS = 5;

    /** The figures of a day as of one moment, and the corrections until another, come to the figures as of that. */
    @Property(tries = 12)
    void correctionsAreTheDifferenceOfTwoPasts(@ForAll long seed) {
        var random = new Random(seed);
        var merchant = sent(random);
        var facts = facts(merchant);
        var since = facts.get(random.nextInt(facts.size())).recordedAt().plusMillis(random.nextInt(2) - 1);
        var until = facts.stream().map(Fact::recordedAt).max(Instant::compareTo).orElseThrow();
        merchant.standings(until);
        var told = new TreeMap<String, BigInteger>();
        for (var field : Field.values()) {
            corrections(merchant, field, since, until, 1 + random.nextInt(40)).forEach(each -> add(told, each));
        }
        told.values().removeIf(sum -> sum.signum() == 0);
        var differences = figures(merchant, until);
        figures(merchant, since).forEach((what, before) -> differences.merge(what, before.negate(), BigInteger::add));
        differences.values().removeIf(difference -> difference.signum() == 0);
        assertThat(told).as("since %s, seed %d", since, seed).isEqualTo(differences);
    }

    @Test
    void whatIsRecordedOnItsDayCorrectsNothing() {
        var merchant = new TestMerchant(LEDGER);
        var now = Instant.now().minusSeconds(5);
        merchant.send(paid("e", "o", now), traffic("t", now));
        merchant.settle();
        assertThat(corrections(merchant, Field.CREATOR, Instant.EPOCH, last(merchant), 10))
                .isEmpty();
    }

    @Test
    void aLateRefundCorrectsTheDayOfItsLine() {
        var merchant = new TestMerchant(LEDGER);
        merchant.send(TestLedger.paid("e", "o", 100));
        var since = last(merchant);
        merchant.send(TestLedger.refund("r", "o", 30));
        merchant.settle();
        var day = LocalDate.ofInstant(TestLedger.DAY, UTC);
        assertThat(corrections(merchant, Field.CREATOR, since, last(merchant), 10))
                .singleElement()
                .satisfies(correction -> {
                    assertThat(correction.id()).isEqualTo("r");
                    assertThat(correction.of()).isEqualTo(Field.CREATOR);
                    assertThat(correction.day()).isEqualTo(day);
                    assertThat(correction.currency()).isEqualTo("CNY");
                    assertThat(correction.money())
                            .containsOnly(
                                    Map.entry("refunds", BigInteger.valueOf(30)),
                                    Map.entry("refundsOfPeriod", BigInteger.valueOf(30)));
                    assertThat(correction.counts()).isEmpty();
                });
        assertThat(page(
                        merchant,
                        new Request(Moment.of(since), 0, Moment.of(last(merchant)), UTC, day.plusDays(1), null, 10)))
                .isEmpty();
    }

    @Test
    void anEarlierPurchaseElsewhereMovesTheNewBuyer() {
        var merchant = new TestMerchant(LEDGER);
        merchant.send(event("k", Field.KOL, "o", TestLedger.DAY.plus(Duration.ofDays(2))));
        var since = last(merchant, Field.KOL);
        merchant.send(event("u", Field.UNATTRIBUTED, "p", TestLedger.DAY));
        merchant.settle();
        var until = last(merchant, Field.UNATTRIBUTED);
        assertThat(corrections(merchant, Field.KOL, since, until, 10)).isEmpty();
        assertThat(corrections(merchant, Field.UNATTRIBUTED, since, until, 10).stream()
                        .filter(correction -> correction.counts().containsKey("newBuyers"))
                        .map(correction -> correction.of() + " " + correction.day() + " "
                                + correction.counts().get("newBuyers")))
                .containsExactlyInAnyOrder("kol 2026-06-03 -1", "unattributed 2026-06-01 1");
    }

    private static void add(Map<String, BigInteger> told, Correction correction) {
        var where = (correction.of() == null ? "whole" : correction.of().word()) + " " + correction.day() + " ";
        if (correction.currency() == null || correction.currency().equals("CNY")) {
            correction.money().forEach((what, change) -> told.merge(where + what, change, BigInteger::add));
            correction.counts().forEach((what, change) -> told.merge(where + what, change, BigInteger::add));
        }
    }

    /** By field and day, what corrections tell of. */
    private static Map<String, BigInteger> figures(TestMerchant merchant, Instant moment) {
        var all = new TreeMap<String, BigInteger>();
        for (int day = 0; day < DAYS; day++) {
            var date = FIRST.plusDays(day);
            var window = new Window(start(date), start(date.plusDays(1)), "CNY", null, null, null);
            for (var field : Field.values()) {
                add(all, field, date, merchant.figures(field, window, moment).figures());
            }
        }
        return all;
    }

    private static void add(Map<String, BigInteger> all, Field field, LocalDate day, Figures figures) {
        var where = field + " " + day + " ";
        all.put(where + "gmv", figures.gmv());
        all.put(where + "refunds", figures.refunds());
        all.put(where + "refundsOfPeriod", figures.refundsOfPeriod());
        all.put(where + "units", figures.units());
        all.put(where + "orders", figures.orders());
        all.put(where + "newBuyers", Objects.requireNonNull(figures.newBuyers()));
        figures.costs().forEach((category, cost) -> all.put(where + "cost." + category, cost));
        figures.tickets().forEach((kind, count) -> all.put(where + "tickets." + kind, count));
        figures.traffic().forEach((counter, reported) -> all.put(where + counter.member(), reported.value()));
        all.merge("whole " + day + " orders", figures.ordersOfWhole(), BigInteger::add);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(UTC).toInstant();
    }

    private static List<Correction> corrections(
            TestMerchant merchant, Field field, Instant since, Instant until, int limit) {
        return page(merchant, field, new Request(Moment.of(since), 0, Moment.of(until), UTC, null, null, limit));
    }

    private static List<Correction> page(TestMerchant merchant, Request request) {
        return page(merchant, Field.CREATOR, request);
    }

    /** All pages. */
    private static List<Correction> page(TestMerchant merchant, Field field, Request request) {
        var all = new ArrayList<Correction>();
        @Nullable Request next = request;
        while (next != null) {
            var page = merchant.corrections(field, next);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(next.limit());
            all.addAll(page.items());
            var after = page.next();
            next = after == null
                    ? null
                    : new Request(after, page.skip(), next.until(), next.zone(), next.from(), next.to(), next.limit());
        }
        return all;
    }

    private static TestMerchant sent(Random random) {
        var history = new ArrayList<>(RandomHistory.orders(random));
        history.addAll(RandomHistory.others(random));
        Collections.shuffle(history, random);
        var merchant = new TestMerchant(LEDGER);
        int from = 0;
        while (from < history.size()) {
            int to = Math.min(history.size(), from + 1 + random.nextInt(20));
            merchant.send(history.subList(from, to).toArray(Event[]::new));
            from = to;
        }
        merchant.settle();
        return merchant;
    }

    private static List<Fact> facts(TestMerchant merchant) {
        var facts = new ArrayList<Fact>();
        for (var field : Field.values()) {
            facts.addAll(merchant.recorded(field));
        }
        return facts;
    }

    private static Instant last(TestMerchant merchant) {
        return last(merchant, Field.CREATOR);
    }

    private static Instant last(TestMerchant merchant, Field field) {
        var facts = merchant.recorded(field);
        return facts.get(facts.size() - 1).recordedAt();
    }

    private static Event event(String id, Field field, String order, Instant at) {
        var paid = new Content.OrderPaid(order, "1", 1, new Money(100, "CNY"), false);
        return new Event(id, field, "t-1", "main", null, at, "p-1", "a-1", paid);
    }

    private static Event paid(String id, String order, Instant at) {
        return event(id, Field.CREATOR, order, at);
    }

    private static Event traffic(String id, Instant end) {
        var counters = Map.of(Counter.VIEWS, 7L);
        var traffic = new Content.Traffic(end.minusSeconds(1), counters, Map.of());
        return new Event(id, Field.CREATOR, "t-1", "main", null, end, null, null, traffic);
    }
}
