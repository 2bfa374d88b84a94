package io.factmatrix.ledger.domain.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.figures.Figures.Fraction;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class SumsOfWindowTest {

    private final SumsOfWindow sums = new SumsOfWindow("CNY");

    @Test
    void factorsOfGpmAreOverTouchpointsThatReportAllFourCounters() {
        reports("whole", Counter.IMPRESSIONS, 1_000);
        reports("whole", Counter.VIEWS, 100);
        reports("whole", Counter.PRODUCT_IMPRESSIONS, 50);
        reports("whole", Counter.PRODUCT_CLICKS, 10);
        sells("whole", 40_000, 4);
        sums.yielded("whole", BigInteger.ONE);
        reports("without-clicks", Counter.IMPRESSIONS, 7_000);
        reports("without-clicks", Counter.VIEWS, 900);
        reports("without-clicks", Counter.PRODUCT_IMPRESSIONS, 80);
        sells("without-clicks", 90_000, 9);
        sells("unreported", 5_000, 1);
        var ratios = sums.figures(BigInteger.ZERO, Buyers.NONE).ratios();
        assertThat(ratios)
                .containsEntry(Ratio.ENTER, fraction(1_000, 8_000))
                .containsEntry(Ratio.CHAIN_ENTER, fraction(100, 1_000))
                .containsEntry(Ratio.CHAIN_PRODUCT_CLICK, fraction(10, 50))
                .containsEntry(Ratio.CHAIN_AOV, fraction(40_000, 4))
                .containsEntry(Ratio.CHAIN_AOV_OF_WHOLE, fraction(40_000, 3));
    }

    @Test
    void paidIsOverTouchpointsThatSayWhatWasPaid() {
        reports("says", Counter.IMPRESSIONS, 1_000);
        reports("says", Counter.PAID_IMPRESSIONS, 0);
        reports("silent", Counter.IMPRESSIONS, 2_000);
        assertThat(sums.figures(BigInteger.ZERO, Buyers.NONE).ratios())
                .containsEntry(Ratio.PAID, fraction(0, 1_000))
                .doesNotContainKey(Ratio.CHAIN_ENTER);
    }

    private void reports(String touchpoint, Counter counter, long value) {
        sums.traffic(touchpoint, counter, BigInteger.valueOf(value));
    }

    private void sells(String touchpoint, long gmv, long orders) {
        var none = BigInteger.ZERO;
        sums.sales(
                touchpoint,
                "CNY",
                new SumsOfWindow.Sales(
                        BigInteger.valueOf(gmv), none, none, none, none, none, BigInteger.valueOf(orders)));
    }

    private static Fraction fraction(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }
}
