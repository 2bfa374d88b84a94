package io.factmatrix.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Fact;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.Window;
import io.factmatrix.ledger.testing.RandomHistory;
import io.factmatrix.ledger.testing.TestLedger;
import io.factmatrix.ledger.testing.TestMerchant;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What counted at a moment of the past is what counts in a merchant of whom no more than that is recorded. */
class AsOfTest {

    private static final TestLedger LEDGER = new TestLedger();

    @Property(tries = 12)
    void figuresAsOfAMomentAreThoseOfWhatWasRecordedByThen(@ForAll long seed) {
        var random = new Random(seed);
        var merchant = sent(history(random), random);
        for (int question = 0; question < 3; question++) {
            var moment = moment(merchant, random);
            var window = window(random);
            var then = replayed(merchant, moment);
            assertThat(merchant.standings(moment)).isNotNull();
            for (var field : Field.values()) {
                assertThat(merchant.figures(field, window, moment).figures())
                        .as("%s as of %s, %s, seed %d", field, moment, window, seed)
                        .isEqualTo(then.figures(field, window));
            }
        }
    }

    @Property(tries = 5)
    void anAnswerOnceGivenNeverChanges(@ForAll long seed) {
        var random = new Random(seed);
        var history = history(random);
        var merchant = sent(history.subList(0, history.size() / 2), random);
        var moment = moment(merchant, random);
        merchant.standings(moment);
        var before = figures(merchant, moment);
        send(merchant, history.subList(history.size() / 2, history.size()), random);
        assertThat(figures(merchant, moment)).isEqualTo(before);
        assertThat(figures(merchant, now(merchant))).isNotEqualTo(before);
    }

    @Test
    void aMomentToComeIsNotSealed() {
        var merchant = new TestMerchant(LEDGER);
        merchant.send(TestLedger.paid("e", "o", 100));
        assertThat(merchant.standings(Instant.now().plusSeconds(60))).isNull();
    }

    /** As after a failover to a server whose clock is behind: here, what was sealed lies ahead. */
    @Test
    void nothingIsRecordedAtOrBeforeASealedMoment() {
        var merchant = new TestMerchant(LEDGER);
        merchant.send(TestLedger.paid("e", "o", 100));
        var sealed = last(merchant).recordedAt().plusSeconds(3_600);
        var ledger = merchant.of(Field.CREATOR);
        LEDGER.transactions()
                .write(
                        ledger.merchant(),
                        () -> LEDGER.jdbc().update("update ledger set sealed = ?", sealed.atOffset(ZoneOffset.UTC)));
        merchant.send(TestLedger.paid("f", "p", 100));
        assertThat(last(merchant).recordedAt()).isEqualTo(sealed.plusMillis(1));
    }

    @Test
    void aLedgerOnlyAskedForStaysEmpty() {
        var merchant = new TestMerchant(LEDGER);
        var standings = Objects.requireNonNull(merchant.standings(Instant.now().minusSeconds(1)));
        assertThat(standings.values()).allMatch(standing -> standing.position().watermark() == 0);
        merchant.settle();
        merchant.send(TestLedger.paid("e", "o", 100));
        assertThat(last(merchant).watermark()).isOne();
    }

    private static List<Event> history(Random random) {
        var history = new ArrayList<>(RandomHistory.orders(random));
        history.addAll(RandomHistory.others(random));
        Collections.shuffle(history, random);
        return history;
    }

    private static TestMerchant sent(List<Event> history, Random random) {
        var merchant = new TestMerchant(LEDGER);
        send(merchant, history, random);
        return merchant;
    }

    private static void send(TestMerchant merchant, List<Event> history, Random random) {
        int from = 0;
        while (from < history.size()) {
            int to = Math.min(history.size(), from + 1 + random.nextInt(20));
            merchant.send(history.subList(from, to).toArray(Event[]::new));
            merchant.settleSomewhat(random);
            from = to;
        }
        merchant.settle();
    }

    /** When something was recorded, or a moment before or after. */
    private static Instant moment(TestMerchant merchant, Random random) {
        var facts = facts(merchant);
        return facts.get(random.nextInt(facts.size())).recordedAt().plusMillis(random.nextInt(3) - 1);
    }

    private static Instant now(TestMerchant merchant) {
        return facts(merchant).stream()
                .map(Fact::recordedAt)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private static List<Fact> facts(TestMerchant merchant) {
        var facts = new ArrayList<Fact>();
        for (var field : Field.values()) {
            facts.addAll(merchant.recorded(field));
        }
        return facts;
    }

    private static Fact last(TestMerchant merchant) {
        var facts = merchant.recorded(Field.CREATOR);
        return facts.get(facts.size() - 1);
    }

    /** Another merchant, who was sent what that one had recorded. */
    private static TestMerchant replayed(TestMerchant merchant, Instant moment) {
        var then = new TestMerchant(LEDGER);
        then.send(facts(merchant).stream()
                .filter(fact -> !fact.recordedAt().isAfter(moment))
                .map(Fact::event)
                .toArray(Event[]::new));
        then.settle();
        return then;
    }

    private static Map<Field, Figures> figures(TestMerchant merchant, Instant moment) {
        var figures = new HashMap<Field, Figures>();
        for (var field : Field.values()) {
            var whole = new Window(TestLedger.DAY, TestLedger.DAY.plus(Duration.ofDays(30)), "CNY", null, null, null);
            figures.put(field, merchant.figures(field, whole, moment).figures());
        }
        return figures;
    }

    private static Window window(Random random) {
        var from = TestLedger.DAY.plus(Duration.ofHours(random.nextInt(3) * 10L));
        return new Window(
                from,
                from.plus(Duration.ofHours(10 + random.nextInt(4) * 10L)),
                random.nextInt(4) == 0 ? "JPY" : "CNY",
                random.nextInt(6) == 0 ? "other" : null,
                random.nextInt(4) == 0 ? "p-1" : null,
                random.nextInt(4) == 0 ? "t-1" : null);
    }
}
