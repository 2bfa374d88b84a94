package io.factmatrix.ledger.store;

import static io.factmatrix.ledger.domain.conflict.Conflict.Kind.LINE_OUTCLAIMED;
import static io.factmatrix.ledger.domain.conflict.Conflict.Kind.REFUND_INVALID;
import static io.factmatrix.ledger.domain.conflict.Conflict.Kind.REFUND_OUTCLAIMED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.factmatrix.ledger.domain.conflict.Conflict;
import io.factmatrix.ledger.domain.conflict.Conflict.InvalidRefund;
import io.factmatrix.ledger.domain.conflict.Conflict.OutclaimedLine;
import io.factmatrix.ledger.domain.conflict.Conflict.OutclaimedRefund;
import io.factmatrix.ledger.domain.conflict.Conflicts;
import io.factmatrix.ledger.domain.event.Content;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.ledger.testing.TestLedger;
import io.factmatrix.ledger.testing.TestMerchant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a ledger lists as contradicting: exactly that, with the money at stake, page by page and whatever comes and goes. */
class ConflictsTest {

    private static final TestLedger LEDGER = new TestLedger();
    private static final Set<Conflict.Kind> ALL = EnumSet.allOf(Conflict.Kind.class);

    private final TestMerchant merchant = new TestMerchant(LEDGER);

    @Test
    void aLineOfTwoFieldsIsListedInTheWeakerWithWhatClaimsIt() {
        merchant.send(paid(Field.LIVESTREAM, "l", "o", 100), refund(Field.LIVESTREAM, "r", "o", 30));
        merchant.send(paid(Field.CREATOR, "c", "o", 90), paid(Field.KOL, "k", "o", 80));
        assertThat(conflicts(Field.LIVESTREAM)).isEmpty();
        merchant.settle();
        assertThat(conflicts(Field.KOL)).isEmpty();
        for (var field : List.of(Field.LIVESTREAM, Field.CREATOR)) {
            var line = (OutclaimedLine) conflicts(field).get(0);
            assertThat(line.claimedBy()).isEqualTo(paid(Field.KOL, "k", "o", 80));
        }
        assertThat(conflicts(Field.LIVESTREAM)).hasSize(2);
        var line = (OutclaimedLine) conflicts(Field.LIVESTREAM).get(0);
        assertThat(line.fact().event().id()).isEqualTo("l");
        assertThat(line.refunded()).isEqualTo(yuan(30));
        var refund = (OutclaimedRefund) conflicts(Field.LIVESTREAM).get(1);
        assertThat(refund.fact().event().id()).isEqualTo("r");
        assertThat(refund.paid().id()).isEqualTo("l");
        assertThat(refund.claimedBy().id()).isEqualTo("k");
    }

    @Test
    void theClaimIsTheLatestVersionOfTheStrongerFieldsLine() {
        merchant.send(paid(Field.LIVESTREAM, "l", "o", 100), paid(Field.KOL, "k", "o", 80));
        merchant.settle();
        merchant.send(paid(Field.KOL, "k2", "k", "o", 70, false), paid(Field.LIVESTREAM, "l2", "l", "o", 60, false));
        merchant.settle();
        assertThat(ids(Field.LIVESTREAM, ALL)).containsExactly("l2");
        assertThat(((OutclaimedLine) conflicts(Field.LIVESTREAM).get(0)).claimedBy())
                .isEqualTo(paid(Field.KOL, "k2", "k", "o", 70, false));
    }

    @Test
    void aClaimThatTurnsOutASampleIsNoneAndBackAgain() {
        merchant.send(paid(Field.LIVESTREAM, "l", "o", 100), refund(Field.LIVESTREAM, "r", "o", 30));
        merchant.send(paid(Field.CAMPAIGN, "c", "o", 90), paid(Field.KOL, "k", "o", 80));
        merchant.settle();
        merchant.send(paid(Field.KOL, "k2", "k", "o", 80, true));
        merchant.settle();
        assertThat(((OutclaimedLine) conflicts(Field.LIVESTREAM).get(0))
                        .claimedBy()
                        .id())
                .isEqualTo("c");
        merchant.send(paid(Field.CAMPAIGN, "c2", "c", "o", 90, true));
        merchant.settle();
        assertThat(conflicts(Field.LIVESTREAM)).isEmpty();
        merchant.send(paid(Field.CAMPAIGN, "c3", "c2", "o", 90, false));
        merchant.settle();
        assertThat(ids(Field.LIVESTREAM, ALL)).containsExactly("l", "r");
    }

    @Test
    void aRefundThatTurnedOutNotToFitSaysWhatWasLeft() {
        merchant.send(
                refund(Field.KOL, "r1", "o", 30),
                refund(Field.KOL, "r2", "o", 80),
                refund(Field.KOL, "r3", "o", 70),
                refund(Field.KOL, "r4", "o", new Money(1, "JPY")));
        assertThat(conflicts(Field.KOL)).isEmpty();
        merchant.send(paid(Field.KOL, "k", "o", 100));
        var found = conflicts(Field.KOL);
        assertThat(found)
                .extracting(conflict -> conflict.fact().event().id(), conflict -> ((InvalidRefund) conflict).left())
                .containsExactly(tuple("r2", yuan(70)), tuple("r4", yuan(0)));
        assertThat(found)
                .allSatisfy(conflict -> assertThat(conflict.paid().id()).isEqualTo("k"));
    }

    @Test
    void aRefundTooMuchOfAnOutclaimedLineIsInvalidAndTheOthersAreOutclaimed() {
        merchant.send(
                refund(Field.LIVESTREAM, "r1", "o", 200),
                refund(Field.LIVESTREAM, "r2", "o", 40),
                paid(Field.LIVESTREAM, "x", "o", 100),
                paid(Field.KOL, "k", "o", 100));
        merchant.settle();
        assertThat(ids(Field.LIVESTREAM, Set.of(REFUND_INVALID))).containsExactly("r1");
        assertThat(ids(Field.LIVESTREAM, Set.of(REFUND_OUTCLAIMED))).containsExactly("r2");
        assertThat(ids(Field.LIVESTREAM, Set.of(LINE_OUTCLAIMED))).containsExactly("x");
        assertThat(ids(Field.LIVESTREAM, ALL)).containsExactly("r1", "r2", "x");
        assertThat(((OutclaimedLine) conflicts(Field.LIVESTREAM).get(2)).refunded())
                .isEqualTo(yuan(40));
    }

    /** Lines of the same number of other shops, orders and lines are others, however alike they are. */
    @Test
    void onlyThatLineIsLookedAt() {
        var other = paid(Field.LIVESTREAM, "l2", "o", 100);
        merchant.send(
                paid(Field.LIVESTREAM, "l", "o", 100),
                new Event("l2", Field.LIVESTREAM, "t", "shop-2", null, TestLedger.DAY, "p", null, other.content()),
                paid(Field.LIVESTREAM, "l3", "o2", 100),
                paid(Field.KOL, "k", "o", 80));
        merchant.settle();
        assertThat(ids(Field.LIVESTREAM, ALL)).containsExactly("l");
    }

    @Test
    void aReaderSeesAllThatWasThereThroughoutWhicheverComeAndGo() {
        var stay = IntStream.range(0, 40).filter(number -> number % 4 < 2).toArray();
        for (int number = 0; number < 40; number++) {
            merchant.send(line(Field.LIVESTREAM, number), line(Field.KOL, number));
        }
        merchant.settle();
        var seen = new ArrayList<String>();
        var after = "";
        for (int page = 0; page < 30; page++) {
            var found = page(Field.LIVESTREAM, ALL, after, 3);
            found.forEach(conflict -> seen.add(conflict.fact().event().id()));
            if (found.isEmpty()) {
                break;
            }
            after = found.get(found.size() - 1).fact().event().id();
            // One before and one behind the reader go, and one comes: among them the one it goes on behind.
            resolve(4 * page + 2);
            resolve(39 - 4 * page);
            merchant.send(line(Field.LIVESTREAM, 100 + page), line(Field.KOL, 100 + page));
            merchant.settle();
        }
        assertThat(seen)
                .isSortedAccordingTo(Comparator.naturalOrder())
                .doesNotHaveDuplicates()
                .containsAll(IntStream.of(stay).mapToObj(ConflictsTest::id).toList());
    }

    private void resolve(int number) {
        if (number >= 0 && number < 40 && number % 4 >= 2) {
            merchant.send(paid(Field.KOL, id(number) + "-s", id(number), "o-" + number, 100, true));
        }
    }

    @Test
    void whatIsRareAmongManyOthersIsFoundPageByPage() {
        merchant.send(paid(Field.LIVESTREAM, "l", "o", 100), paid(Field.KOL, "k", "o", 100));
        merchant.send(refund(Field.LIVESTREAM, "e-00100-r", "o", 1), refund(Field.LIVESTREAM, "z", "o", 2));
        merchant.settle();
        outclaimedLines(10_600);
        var first = pageOf(merchant, Field.LIVESTREAM, Set.of(REFUND_OUTCLAIMED), "", 10);
        assertThat(first.conflicts()).hasSize(1);
        var second =
                pageOf(merchant, Field.LIVESTREAM, Set.of(REFUND_OUTCLAIMED), Objects.requireNonNull(first.next()), 10);
        assertThat(second.conflicts())
                .extracting(conflict -> conflict.fact().event().id())
                .containsExactly("z");
        assertThat(second.next()).isNull();
    }

    /** More of them than it would be quick to send and settle. */
    private void outclaimedLines(int lines) {
        var ledger = merchant.of(Field.LIVESTREAM);
        var ids = IntStream.range(0, lines).mapToObj("e-%05d"::formatted).toArray(String[]::new);
        var jdbc = JdbcClient.create(new JdbcTemplate(LEDGER.pool()));
        LEDGER.transactions()
                .write(
                        ledger.merchant(),
                        () -> OfLedger.sql(jdbc, ledger, """
                                        with line as (
                                            insert into event (merchant_id, field, watermark, event_id, recorded_at, type, occurred_at,
                                                shop, order_id, line, quantity, amount, currency, sample)
                                            select :merchant, :field, 1000 + place, id, now(), 'order.paid', now(),
                                                'main', 'o-' || id, '1', 1, 100, 'CNY', false
                                            from unnest(:ids::text[]) with ordinality as sent (id, place)
                                            returning event_id)
                                        insert into event_state (merchant_id, field, event_id, state)
                                        select :merchant, :field, event_id, 'outclaimed' from line
                                        """).param("ids", ids).update());
    }

    @Test
    void aPageSaysWhetherThereIsMore() {
        merchant.send(line(Field.LIVESTREAM, 1), line(Field.LIVESTREAM, 2), line(Field.KOL, 1), line(Field.KOL, 2));
        merchant.settle();
        assertThat(pageOf(merchant, Field.LIVESTREAM, ALL, "", 1).next()).isEqualTo(id(1));
        assertThat(pageOf(merchant, Field.LIVESTREAM, ALL, "", 2).next()).isNull();
        assertThat(pageOf(merchant, Field.LIVESTREAM, Set.of(LINE_OUTCLAIMED), "", 1)
                        .next())
                .isEqualTo(id(1));
        assertThat(pageOf(merchant, Field.LIVESTREAM, Set.of(LINE_OUTCLAIMED), id(1), 1)
                        .next())
                .isNull();
        assertThat(pageOf(merchant, Field.LIVESTREAM, ALL, id(2), 1)).isEqualTo(new Conflicts.Page(List.of(), null));
    }

    @Test
    void anotherMerchantsConflictsAreNotSeen() {
        merchant.send(paid(Field.LIVESTREAM, "l", "o", 100), paid(Field.KOL, "k", "o", 80));
        merchant.settle();
        var other = new TestMerchant(LEDGER);
        other.send(paid(Field.LIVESTREAM, "l", "o", 1), paid(Field.KOL, "k2", "o", 2), refund(Field.KOL, "r", "o", 1));
        other.settle();
        assertThat(((OutclaimedLine) conflicts(Field.LIVESTREAM).get(0)).claimedBy())
                .isEqualTo(paid(Field.KOL, "k", "o", 80));
        assertThat(((OutclaimedLine) page(other, Field.LIVESTREAM, ALL, "", 10).get(0)).claimedBy())
                .isEqualTo(paid(Field.KOL, "k2", "o", 2));
    }

    private List<Conflict> conflicts(Field field) {
        return page(field, ALL, "", 100);
    }

    private List<String> ids(Field field, Set<Conflict.Kind> kinds) {
        return page(field, kinds, "", 100).stream()
                .map(conflict -> conflict.fact().event().id())
                .toList();
    }

    private List<Conflict> page(Field field, Set<Conflict.Kind> kinds, String after, int limit) {
        return page(merchant, field, kinds, after, limit);
    }

    private static List<Conflict> page(
            TestMerchant of, Field field, Set<Conflict.Kind> kinds, String after, int limit) {
        return pageOf(of, field, kinds, after, limit).conflicts();
    }

    private static Conflicts.Page pageOf(
            TestMerchant of, Field field, Set<Conflict.Kind> kinds, String after, int limit) {
        return Objects.requireNonNull(
                LEDGER.reading().conflicts(of.of(field), kinds, after, limit).block());
    }

    private static String id(int number) {
        return "e-%03d".formatted(number);
    }

    private static Event line(Field field, int number) {
        return paid(field, id(number), "o-" + number, 100);
    }

    private static Event paid(Field field, String id, String order, long fen) {
        return paid(field, id, null, order, fen, false);
    }

    private static Event paid(
            Field field, String id, @Nullable String replaces, String order, long fen, boolean sample) {
        var content = new Content.OrderPaid(order, "1", 1, yuan(fen), sample);
        return new Event(id, field, "t-1", "main", replaces, TestLedger.DAY, "p-1", null, content);
    }

    private static Event refund(Field field, String id, String order, long fen) {
        return refund(field, id, order, yuan(fen));
    }

    private static Event refund(Field field, String id, String order, Money amount) {
        var content = new Content.OrderRefunded(order, "1", amount, null, null);
        return new Event(id, field, null, "main", null, TestLedger.DAY, null, null, content);
    }

    private static Money yuan(long fen) {
        return new Money(fen, "CNY");
    }
}
