package io.factmatrix.ledger.store;

import static io.factmatrix.ledger.testing.TestLedger.cost;
import static io.factmatrix.ledger.testing.TestLedger.event;
import static io.factmatrix.ledger.testing.TestLedger.fresh;
import static io.factmatrix.ledger.testing.TestLedger.paid;
import static io.factmatrix.ledger.testing.TestLedger.refund;
import static io.factmatrix.ledger.testing.TestLedger.replacing;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.domain.event.Content;
import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.ledger.domain.event.State;
import io.factmatrix.ledger.domain.figures.AudienceSketch;
import io.factmatrix.ledger.domain.figures.Buyers;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.testing.TestLedger;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rules between events, on the real store: each batch is a transaction, so what came before lies in the store. */
class LedgerRulesTest {

    private static final TestLedger LEDGER = new TestLedger();

    @Test
    void theSameAgainIsADuplicateAndOtherContentAConflict() {
        var ledger = fresh();
        assertThat(LEDGER.send(ledger, paid("e", "o", 100), paid("e", "o", 100)))
                .containsExactly("stored", "duplicate");
        assertThat(LEDGER.send(ledger, paid("e", "o", 100), paid("e", "o", 101)))
                .containsExactly("duplicate", "event.conflict");
    }

    @Test
    void anOrderLineIsPaidOnce() {
        var ledger = fresh();
        LEDGER.send(ledger, paid("e-1", "o", 100));
        assertThat(LEDGER.send(ledger, paid("e-2", "o", 100))).containsExactly("order.line_conflict");
    }

    @Test
    void aRefundBeforeItsLineIsParkedAndThenCounts() {
        var ledger = fresh();
        LEDGER.send(ledger, refund("r", "o", 40));
        assertThat(LEDGER.state(ledger, "r")).isEqualTo(State.PARKED);
        assertThat(LEDGER.figures(ledger).refunds()).isZero();
        LEDGER.send(ledger, paid("e", "o", 100));
        assertThat(LEDGER.state(ledger, "r")).isEqualTo(State.COUNTED);
        assertThat(LEDGER.figures(ledger).refunds()).isEqualTo(40);
    }

    @Test
    void refundsNeverExceedTheirLine() {
        var ledger = fresh();
        LEDGER.send(ledger, paid("e", "o", 100));
        assertThat(LEDGER.send(ledger, refund("r-1", "o", 60), refund("r-2", "o", 41), refund("r-3", "o", 40)))
                .containsExactly("stored", "refund.exceeds_paid", "stored");
        assertThat(LEDGER.figures(ledger).refunds()).isEqualTo(100);
    }

    @Test
    void parkedRefundsAreJudgedInRecordedOrder() {
        var ledger = fresh();
        LEDGER.send(ledger, refund("r-1", "o", 60));
        LEDGER.send(ledger, refund("r-2", "o", 41), refund("r-3", "o", 40));
        LEDGER.send(ledger, paid("e", "o", 100));
        assertThat(LEDGER.state(ledger, "r-2")).isEqualTo(State.INVALID);
        assertThat(LEDGER.state(ledger, "r-3")).isEqualTo(State.COUNTED);
        assertThat(LEDGER.figures(ledger).refunds()).isEqualTo(100);
    }

    @Test
    void aRefundIsInTheCurrencyOfItsLine() {
        var ledger = fresh();
        var dollars = event("r", null, 10, new Content.OrderRefunded("o", "1", new Money(1, "USD"), null, null));
        LEDGER.send(ledger, paid("e", "o", 100));
        assertThat(LEDGER.send(ledger, dollars)).containsExactly("refund.currency");
        var other = fresh();
        LEDGER.send(other, dollars);
        LEDGER.send(other, paid("e", "o", 100));
        assertThat(LEDGER.state(other, "r")).isEqualTo(State.INVALID);
    }

    @Test
    void aCorrectionTakesThePlaceOfItsTargetWhicheverComesFirst() {
        var first = paid("e-1", "o", 100);
        var second = replacing("e-1", paid("e-2", "o", 70));
        var third = replacing("e-2", paid("e-3", "o", 50));
        for (var order : List.of(
                List.of(first, second, third),
                List.of(third, first, second),
                List.of(second, third, first),
                List.of(third, second, first))) {
            var ledger = fresh();
            order.forEach(event -> assertThat(LEDGER.send(ledger, event)).containsExactly("stored"));
            assertThat(LEDGER.figures(ledger).gmv()).isEqualTo(50);
            assertThat(LEDGER.figures(ledger).orders()).isEqualTo(1);
            assertThat(LEDGER.figures(ledger).buyers()).isEqualTo(Buyers.counted(1, sketchOf("a-1")));
            assertThat(LEDGER.state(ledger, "e-1")).isEqualTo(State.REPLACED);
            assertThat(LEDGER.state(ledger, "e-2")).isEqualTo(State.REPLACED);
            assertThat(LEDGER.state(ledger, "e-3")).isEqualTo(State.COUNTED);
        }
    }

    @Test
    void anEventIsCorrectedOnceAndByItsLike() {
        var ledger = fresh();
        LEDGER.send(ledger, paid("e-1", "o", 100), replacing("e-1", paid("e-2", "o", 70)));
        assertThat(LEDGER.send(ledger, replacing("e-1", paid("e-3", "o", 60)))).containsExactly("replaces.taken");
        assertThat(LEDGER.send(ledger, replacing("e-2", paid("e-4", "other", 60))))
                .containsExactly("replaces.mismatch");
        assertThat(LEDGER.send(ledger, replacing("e-9", paid("e-5", "o-5", 60)), paid("e-9", "o-9", 1)))
                .containsExactly("stored", "replaces.mismatch");
    }

    @Test
    void correctionsDoNotGoInCircles() {
        var ledger = fresh();
        LEDGER.send(ledger, replacing("e-1", paid("e-2", "o", 70)));
        LEDGER.send(ledger, replacing("e-2", paid("e-3", "o", 70)));
        assertThat(LEDGER.send(ledger, replacing("e-3", paid("e-1", "o", 70)))).containsExactly("replaces.invalid");
        assertThat(LEDGER.send(ledger, replacing("e-8", paid("e-8", "o-8", 70))))
                .containsExactly("replaces.invalid");
    }

    @Test
    void aSettledCostTakesThePlaceOfItsEstimate() {
        for (boolean estimateFirst : List.of(true, false)) {
            var ledger = fresh();
            var estimate = cost("c-1", 500, true, null);
            var settled = cost("c-2", 450, false, "c-1");
            LEDGER.send(ledger, estimateFirst ? estimate : settled);
            LEDGER.send(ledger, estimateFirst ? settled : estimate);
            assertThat(LEDGER.figures(ledger).costs()).isEqualTo(Map.of("ads", BigInteger.valueOf(450)));
            assertThat(LEDGER.send(ledger, cost("c-3", 450, false, "c-1"))).containsExactly("settles.taken");
            assertThat(LEDGER.send(ledger, cost("c-4", 450, false, "c-2"))).containsExactly("settles.mismatch");
        }
    }

    @Test
    void aCounterThatOnlyAReplacedReportKnewIsUnknownAgain() {
        var ledger = fresh();
        var start = TestLedger.DAY.minus(Duration.ofHours(1));
        LEDGER.send(
                ledger,
                event(
                        "t-1",
                        null,
                        0,
                        new Content.Traffic(start, Map.of(Counter.VIEWS, 9L, Counter.LIKES, 3L), Map.of())));
        LEDGER.send(ledger, event("t-2", "t-1", 0, new Content.Traffic(start, Map.of(Counter.VIEWS, 7L), Map.of())));
        var figures = LEDGER.figures(ledger);
        assertThat(figures.traffic()).isEmpty();
        assertThat(LEDGER.figures(ledger, start, TestLedger.DAY).traffic())
                .containsOnlyKeys(Counter.VIEWS)
                .containsEntry(Counter.VIEWS, new Figures.Reported(BigInteger.valueOf(7), BigInteger.ZERO));
    }

    @Test
    void whatLiesOverADayAheadOfTheDatabaseIsRefused() {
        var ledger = fresh();
        long ahead = Duration.between(TestLedger.DAY, Instant.now()).toSeconds() + 25 * 3_600;
        var content = new Content.Service("praise", null);
        assertThat(LEDGER.send(ledger, event("s", null, (int) ahead, content))).containsExactly("occurredAt.invalid");
    }

    @Test
    void samplesCountInNoFigure() {
        var ledger = fresh();
        LEDGER.send(ledger, event("e", null, 0, new Content.OrderPaid("o", "1", 1, new Money(100, "CNY"), true)));
        LEDGER.send(ledger, refund("r", "o", 100));
        assertThat(LEDGER.figures(ledger)).isEqualTo(Figures.NONE);
    }

    @Test
    void aFreshStartKnowsWhatIsStored() {
        var ledger = fresh();
        LEDGER.send(ledger, paid("e-1", "o", 100), refund("r-1", "o", 60));
        LEDGER.restart();
        assertThat(LEDGER.send(
                        ledger,
                        paid("e-1", "o", 100),
                        paid("e-2", "o", 5),
                        refund("r-2", "o", 41),
                        replacing("e-1", paid("e-3", "o", 90))))
                .containsExactly("duplicate", "order.line_conflict", "refund.exceeds_paid", "stored");
        assertThat(LEDGER.figures(ledger).gmv()).isEqualTo(90);
    }

    @Test
    void sumsBeyondSixtyFourBitsStayExact() {
        var ledger = fresh();
        LEDGER.send(ledger, paid("e-1", "o-1", Long.MAX_VALUE), paid("e-2", "o-2", Long.MAX_VALUE));
        LEDGER.send(ledger, paid("e-3", "o-3", Long.MAX_VALUE));
        assertThat(LEDGER.figures(ledger).gmv())
                .isEqualTo(BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.valueOf(3)));
    }

    /** More than are read at a time, and more than a sketch holds. */
    @Test
    void aBuyerCountsOnceHoweverManyThereAre() {
        var ledger = fresh();
        var buyers = IntStream.range(0, 10_500).mapToObj(buyer -> "a-" + buyer).toList();
        var payments = new ArrayList<Event>();
        for (var buyer : buyers) {
            payments.add(paidBy(buyer, "e-" + buyer, "o-" + buyer));
        }
        buyers.subList(0, 500).forEach(buyer -> payments.add(paidBy(buyer, "again-" + buyer, "again-" + buyer)));
        LEDGER.send(ledger, payments);

        var counted = LEDGER.figures(ledger).buyers();

        assertThat(counted).isEqualTo(Buyers.counted(10_500, sketchOf(buyers.toArray(String[]::new))));
        assertThat(counted.people().exact()).isTrue();
    }

    private static Event paidBy(String buyer, String id, String order) {
        var event = paid(id, order, 100);
        return new Event(
                event.id(),
                event.field(),
                event.touchpoint(),
                event.shop(),
                event.replaces(),
                event.occurredAt(),
                event.product(),
                buyer,
                event.content());
    }

    private static AudienceSketch sketchOf(String... audience) {
        var people = new AudienceSketch.Gathering();
        List.of(audience).forEach(people::add);
        return people.sketch();
    }
}
