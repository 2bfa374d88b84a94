package io.factmatrix.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.Window;
import io.factmatrix.ledger.testing.RandomHistory;
import io.factmatrix.ledger.testing.TestLedger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A field's kinds of touchpoints are the field, taken apart. */
class KindsTest {

    private static final TestLedger LEDGER = new TestLedger();
    private static final Instant TO = TestLedger.DAY.plus(3, ChronoUnit.DAYS);

    @ParameterizedTest
    @CsvSource({"1, ", "2, p-1", "3, p-0", "4, "})
    void kindsAddUpToTheirField(int seed, @Nullable String product) {
        var merchant = RandomHistory.sent(LEDGER, new Random(seed));
        for (var field : Field.values()) {
            var window = new Window(TestLedger.DAY, TO, "CNY", null, product, null);
            var kinds = Objects.requireNonNull(
                            LEDGER.reading().byKind(merchant.of(field), window).block())
                    .kinds();
            var whole = merchant.figures(field, window);
            var sum = kinds.values().stream().reduce(Figures.NONE, Figures::plus);
            assertThat(sold(sum)).isEqualTo(sold(whole));
            assertThat(List.of(sum.orders(), sum.ordersOfWhole(), sum.ratios()))
                    .isEqualTo(List.of(whole.orders(), whole.ordersOfWhole(), whole.ratios()));
            TestLedger.KINDS.forEach((touchpoint, kind) -> {
                var alone = new Window(TestLedger.DAY, TO, "CNY", null, product, touchpoint);
                assertThat(sold(kinds.getOrDefault(kind, Figures.NONE)))
                        .isEqualTo(sold(merchant.figures(field, alone)));
            });
        }
    }

    private static List<Object> sold(Figures of) {
        return List.of(of.gmv(), of.refunds(), of.refundsOfPeriod(), of.units(), of.paidLines(), of.traffic());
    }
}
