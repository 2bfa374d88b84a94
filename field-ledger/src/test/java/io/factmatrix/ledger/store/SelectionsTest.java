package io.factmatrix.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.Window;
import io.factmatrix.ledger.domain.rollup.QuarterHour;
import io.factmatrix.ledger.domain.selection.FieldSales;
import io.factmatrix.ledger.domain.selection.PieceSales;
import io.factmatrix.ledger.domain.selection.ProductSales;
import io.factmatrix.ledger.domain.selection.RankedProducts;
import io.factmatrix.ledger.domain.selection.SalesQuestion;
import io.factmatrix.ledger.domain.selection.SelectedTime;
import io.factmatrix.ledger.domain.selection.Selection;
import io.factmatrix.ledger.testing.RandomHistory;
import io.factmatrix.ledger.testing.TestLedger;
import io.factmatrix.ledger.testing.TestMerchant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a selection sold is what the view shows of each of its products at each of its touchpoints. */
class SelectionsTest {

    private static final TestLedger LEDGER = new TestLedger();
    private static final long FIRST = QuarterHour.of(TestLedger.DAY).number();

    /** Of unequal lengths. */
    private static final List<Long> STARTS = List.of(FIRST, FIRST + 1, FIRST + 40, FIRST + 41, FIRST + 150);

    private static final long END = FIRST + 400;

    private static FieldSales sales(TestMerchant merchant, Field field, SelectedTime... times) {
        return Objects.requireNonNull(LEDGER.reading()
                .sales(merchant.of(field), new SalesQuestion("CNY", List.of(times)))
                .block());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void aSelectionIsTheSumOfWhatItSelects(int seed) {
        var random = new Random(seed);
        var history = new ArrayList<>(RandomHistory.orders(random));
        history.addAll(RandomHistory.others(random));
        Collections.shuffle(history, random);
        var merchant = new TestMerchant(LEDGER);
        merchant.send(history.toArray(Event[]::new));
        merchant.settle();
        var some = new Selection(List.of("p-1", "p-7"), List.of("t-0", "t-2"), List.of("main"));
        var all = new Selection(List.of(), List.of(), List.of());
        for (var field : Field.values()) {
            var answer =
                    sales(merchant, field, new SelectedTime(some, STARTS, END), new SelectedTime(all, STARTS, END));
            assertThat(answer.standing().position().watermark()).isPositive();
            for (int piece = 0; piece < STARTS.size(); piece++) {
                long start = STARTS.get(piece);
                long end = piece + 1 < STARTS.size() ? STARTS.get(piece + 1) : END;
                assertPiece(
                        answer.sales().get(0),
                        start,
                        figures(merchant, field, start, end, "p-1", "t-0")
                                .plus(figures(merchant, field, start, end, "p-1", "t-2")));
                assertPiece(answer.sales().get(1), start, figures(merchant, field, start, end, null, null));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6})
    void productsAreRankedByWhatTheViewShowsOfEach(int seed) {
        var random = new Random(seed);
        var history = new ArrayList<>(RandomHistory.orders(random));
        Collections.shuffle(history, random);
        var merchant = new TestMerchant(LEDGER);
        merchant.send(history.toArray(Event[]::new));
        merchant.settle();
        for (var field : Field.values()) {
            var all = products(merchant, field, 500);
            assertThat(all.top()).hasSize((int) all.count()).doesNotHaveDuplicates();
            assertThat(all.top())
                    .isSortedAccordingTo(
                            Comparator.comparing(ProductSales::gmv).reversed().thenComparing(ProductSales::product));
            for (var product : all.top()) {
                var view = merchant.figures(
                        field,
                        new Window(
                                SelectedTime.moment(FIRST),
                                SelectedTime.moment(END),
                                "CNY",
                                null,
                                product.product(),
                                null));
                assertThat(product)
                        .isEqualTo(new ProductSales(
                                product.product(), view.gmv(), view.refunds(), view.refundsOfPeriod(), view.units()));
            }
            var least = all.top().stream()
                    .sorted(Comparator.comparing(ProductSales::gmv).thenComparing(ProductSales::product))
                    .toList();
            var refunded = all.top().stream()
                    .filter(product -> product.refundsOfPeriod().signum() > 0)
                    .sorted(Comparator.comparing(ProductSales::refundsOfPeriod)
                            .reversed()
                            .thenComparing(ProductSales::product))
                    .toList();
            assertThat(products(merchant, field, 1))
                    .isEqualTo(new RankedProducts(
                            all.count(),
                            all.top().stream().limit(1).toList(),
                            least.stream().limit(1).toList(),
                            refunded.stream().limit(1).toList()));
        }
        assertThat(products(new TestMerchant(LEDGER), Field.KOL, 2)).isEqualTo(RankedProducts.NONE);
    }

    private static RankedProducts products(TestMerchant merchant, Field field, int limit) {
        return Objects.requireNonNull(LEDGER.reading()
                        .products(
                                merchant.of(field), SelectedTime.moment(FIRST), SelectedTime.moment(END), "CNY", limit)
                        .block())
                .products();
    }

    private static Figures figures(
            TestMerchant merchant,
            Field field,
            long start,
            long end,
            @Nullable String product,
            @Nullable String place) {
        var window = new Window(SelectedTime.moment(start), SelectedTime.moment(end), "CNY", "main", product, place);
        return merchant.figures(field, window);
    }

    private static void assertPiece(List<PieceSales> sales, long start, Figures expected) {
        var found = sales.stream().filter(piece -> piece.start() == start).toList();
        if (expected.paidLines().signum() == 0 && expected.refunds().signum() == 0) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found)
                    .containsExactly(new PieceSales(
                            start, expected.gmv(), expected.refunds(), expected.refundsOfPeriod(), expected.units()));
        }
    }

    @Test
    void aLedgerBeginsWithWhateverItHoldsFirst() {
        var merchant = new TestMerchant(LEDGER);
        assertThat(sales(merchant, Field.CREATOR).begun()).isNull();
        merchant.send(TestLedger.paid("a", "o-1", 100));
        assertThat(sales(merchant, Field.CREATOR).begun()).isEqualTo(TestLedger.DAY);
        merchant.send(RandomHistory.order(Field.CREATOR, "b", null, "o-2", "1", -30, null, "JPY", true));
        // A sample is sold to nobody.
        assertThat(sales(merchant, Field.CREATOR).begun()).isEqualTo(TestLedger.DAY);
        merchant.send(TestLedger.cost("c", 5, false, null));
        assertThat(sales(merchant, Field.KOL).begun()).isNull();
    }

    @Test
    void piecesFollowEachOther() {
        var all = new Selection(List.of(), List.of(), List.of());
        assertThatThrownBy(() -> new SelectedTime(all, List.of(2L, 2L), 3))
                .hasMessageContaining("starts: 2 (expected: before 2)");
        assertThatThrownBy(() -> new SelectedTime(all, List.of(3L), 3))
                .hasMessageContaining("starts: 3 (expected: before 3)");
        var whole = SelectedTime.whole(all, TestLedger.DAY, TestLedger.DAY.plusSeconds(900));
        assertThat(whole.starts()).containsExactly(FIRST);
        assertThat(SelectedTime.moment(whole.end())).isEqualTo(Instant.parse("2026-06-01T00:15:00Z"));
    }
}
