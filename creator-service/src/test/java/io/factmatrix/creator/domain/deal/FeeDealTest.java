package io.factmatrix.creator.domain.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeeDealTest {

    private static FeeDeal deal(
            String currency, String fee, String other, String commission, String returns, String unit) {
        return new FeeDeal(
                currency,
                new BigDecimal(fee),
                new BigDecimal(other),
                new BigDecimal(commission),
                new BigDecimal(returns),
                new BigDecimal(unit));
    }

    /** By hand: the margin is (1 − returns) × (1 − commission − unit cost). */
    @ParameterizedTest
    @CsvSource({
        // 0.5 × (1 − 0.2 − 0.3) = 0.25; 200,000 / 0.25.
        "CNY, 200000.00, 0, 0.2, 0.5, 0.3, 0.25, 800000.00",
        // 0.5 × (1 − 0.2 − 0.6) = 0.1; 200,000 / 0.1.
        "CNY, 200000.00, 0, 0.20, 0.50, 0.60, 0.1, 2000000.00",
        // Nothing but the fee: it must come in once.
        "CNY, 100.00, 50.00, 0, 0, 0, 1, 150.00",
        // 0.7 × 0.3 = 0.21; 1,050 / 0.21.
        "CNY, 1000.00, 50.00, 0.3, 0.3, 0.4, 0.21, 5000.00",
        // 100 / 0.3 and 200 / 0.3, rounded once, in the end.
        "CNY, 100.00, 0, 0.7, 0, 0, 0.3, 333.33",
        "CNY, 100.00, 100.00, 0.7, 0, 0, 0.3, 666.67",
        "JPY, 100, 0, 0.7, 0, 0, 0.3, 333",
        "KWD, 100.000, 0, 0.7, 0, 0, 0.3, 333.333",
        // No fixed cost: it pays from the start.
        "CNY, 0, 0, 0.2, 0.5, 0.3, 0.25, 0.00",
        // One millionth of a millionth is left of each yuan.
        "CNY, 1.00, 0, 0.999998, 0.999999, 0.000001, 0.000000000001, 1000000000000.00",
    })
    void aDealPaysFromItsFixedCostByItsMargin(
            String currency,
            String fee,
            String other,
            String commission,
            String returns,
            String unit,
            BigDecimal margin,
            String gmv) {
        var deal = deal(currency, fee, other, commission, returns, unit);
        assertThat(deal.margin()).isEqualByComparingTo(margin);
        assertThat(deal.breakEvenGmv().map(BigDecimal::toPlainString)).contains(gmv);
        assertThat(deal.members().get("reason")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        // Commission and goods cost as much as is kept, or more; everything comes back; no fixed cost changes nothing
        // of that.
        "200000.00, 0.4, 0.5, 0.6, 0",
        "200000.00, 0.5, 0.5, 0.6, -0.05",
        "200000.00, 0.2, 1, 0.3, 0",
        "0, 1, 0, 0, 0"
    })
    void whereNothingIsLeftItNeverPays(String fee, String commission, String returns, String unit, String margin) {
        var deal = deal("CNY", fee, "0", commission, returns, unit);
        assertThat(deal.breakEvenGmv()).isEmpty();
        assertThat(deal.members()).containsEntry("margin", margin).containsEntry("reason", "never");
        assertThat(deal.members().get("breakEvenGmv")).isNull();
    }
}
