package io.factmatrix.ledger.store;

import static io.factmatrix.ledger.testing.TestLedger.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.aftersales.AfterSales;
import io.factmatrix.ledger.domain.aftersales.ProductWeek;
import io.factmatrix.ledger.domain.aftersales.TouchpointWeek;
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

    private static Event at(int hours, String id, String touchpoint, @Nullable String product, Content content) {
        return new Event(
                id,
                Field.CREATOR,
                touchpoint,
                "main",
                null,
                DAY.plus(Duration.ofHours(hours)),
                product,
                "a-1",
                content);
    }

    private List<TouchpointWeek> touchpoints(int hours) {
        var to = DAY.plus(Duration.ofHours(hours));
        return LEDGER.transactions().read(ledger.merchant(), () -> AFTER_SALES.touchpoints(ledger, to, 2, "CNY"));
    }

    @Test
    void complaintsThatNameNoProductAreTheirTouchpoints() {
        var complaint = new Content.Service("complaint", null);
        LEDGER.send(
                ledger,
                at(1, "e-1", "night-1", "serum", paid("o-1")),
                at(2, "e-2", "night-1", "mask", paid("o-2")),
                at(3, "e-3", "night-2", "mask", paid("o-3")),
                at(4, "e-4", "night-2", null, complaint),
                at(169, "e-5", "night-1", null, complaint),
                at(170, "e-6", "night-1", null, complaint),
                at(171, "e-7", "night-1", "serum", complaint),
                at(172, "e-8", "night-1", null, new Content.Service("inquiry", null)),
                at(173, "e-9", "night-3", "mask", paid("o-4")),
                at(336, "e-10", "night-1", null, complaint));

        assertThat(touchpoints(336))
                .containsExactly(
                        new TouchpointWeek("night-1", 0, 0, 2),
                        new TouchpointWeek("night-1", 1, 2, 0),
                        new TouchpointWeek(null, 0, 1, 2),
                        new TouchpointWeek(null, 1, 3, 1));
        assertThat(weeks(336)).extracting(ProductWeek::product).containsOnly("serum");
    }

    @Test
    void whereNobodyComplainedOfATouchpointNoneIsTold() {
        LEDGER.send(
                ledger,
                at(1, "e-1", "night-1", null, new Content.Service("complaint", null)),
                at(200, "e-2", "night-1", "serum", paid("o-1")),
                at(201, "e-3", "night-1", "serum", new Content.Service("complaint", null)));
        LEDGER.send(
                ledger,
                new Event(
                        "e-4",
                        Field.CREATOR,
                        "night-1",
                        "main",
                        null,
                        DAY.plus(Duration.ofHours(202)),
                        null,
                        "a-1",
                        new Content.Service("complaint", null)));
        assertThat(touchpoints(336)).hasSize(4);
        LEDGER.send(
                ledger,
                new Event(
                        "e-5",
                        Field.CREATOR,
                        "night-1",
                        "main",
                        "e-4",
                        DAY.plus(Duration.ofHours(202)),
                        null,
                        "a-1",
                        new Content.Service("praise", null)));
        assertThat(touchpoints(336)).isEmpty();
    }
}
