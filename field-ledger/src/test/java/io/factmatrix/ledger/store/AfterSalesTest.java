package io.factmatrix.ledger.store;

import static io.factmatrix.ledger.testing.TestLedger.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.aftersales.AfterSales;
import io.factmatrix.ledger.domain.aftersales.ProductWeek;
import io.factmatrix.ledger.domain.event.Content;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.ledger.testing.TestLedger;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What came of products, week by week. */
class AfterSalesTest {

    private static final TestLedger LEDGER = new TestLedger();
    private static final AfterSales AFTER_SALES = new PostgresAfterSales(LEDGER.jdbc());

    private final LedgerId ledger = TestLedger.fresh();

    private static Event at(int hours, String id, @Nullable String product, Content content) {
        return new Event(
                id, Field.CREATOR, "t-1", "main", null, DAY.plus(Duration.ofHours(hours)), product, "a-1", content);
    }

    private static Content paid(String order) {
        return new Content.OrderPaid(order, "1", 1, new Money(1_000, "CNY"), false);
    }

    private static Content refunded(String order, long fen) {
        return new Content.OrderRefunded(order, "1", new Money(fen, "CNY"), null, null);
    }

    private List<ProductWeek> weeks(int hours) {
        var to = DAY.plus(Duration.ofHours(hours));
        return LEDGER.transactions().read(ledger.merchant(), () -> AFTER_SALES.weeks(ledger, to, 2, "CNY"));
    }

    @Test
    void refundsCountToTheEndOfTheirLinesWeek() {
        LEDGER.send(
                ledger,
                at(0, "e-1", "serum", paid("o-1")),
                at(1, "e-2", "serum", paid("o-2")),
                at(2, "e-3", "serum", refunded("o-1", 400)),
                at(169, "e-4", "serum", refunded("o-2", 1_000)),
                at(168, "e-5", "serum", paid("o-3")),
                at(170, "e-6", "serum", refunded("o-3", 1_000)),
                at(171, "e-7", "serum", new Content.Service("complaint", null)),
                at(171, "e-8", "serum", new Content.Service("praise", null)),
                at(171, "e-9", "mask", paid("o-4")));

        assertThat(weeks(336))
                .containsExactly(
                        new ProductWeek("serum", 0, 1, 1, 1_000, 1_000, 1),
                        new ProductWeek("serum", 1, 2, 1, 2_000, 400, 0));
    }

    @Test
    void whatHappensLaterCountsForNothing() {
        LEDGER.send(
                ledger,
                at(0, "e-1", "serum", paid("o-1")),
                at(2, "e-2", "serum", refunded("o-1", 400)),
                at(168, "e-3", "serum", paid("o-2")),
                at(168, "e-4", "serum", refunded("o-1", 100)));

        assertThat(weeks(168)).containsExactly(new ProductWeek("serum", 0, 1, 1, 1_000, 400, 0));
    }

    @Test
    void aLineThatIsRefundedInPartsIsOne() {
        LEDGER.send(
                ledger,
                at(0, "e-1", "serum", paid("o-1")),
                at(2, "e-2", null, refunded("o-1", 400)),
                at(3, "e-3", null, refunded("o-1", 100)));

        assertThat(weeks(168)).containsExactly(new ProductWeek("serum", 0, 1, 1, 1_000, 500, 0));
    }

    @Test
    void whatIsReplacedDoesNotCount() {
        LEDGER.send(
                ledger,
                at(0, "e-1", "serum", paid("o-1")),
                at(1, "e-2", "serum", new Content.Service("complaint", null)));
        LEDGER.send(
                ledger,
                new Event(
                        "e-3",
                        Field.CREATOR,
                        "t-1",
                        "main",
                        "e-2",
                        DAY.plus(Duration.ofHours(1)),
                        "serum",
                        "a-1",
                        new Content.Service("inquiry", null)));

        assertThat(weeks(168)).isEmpty();
    }
}
