package io.factmatrix.kol.domain.economics;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.kol.domain.engagement.Guarantee;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.plan.domain.Span;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Break-even, profit and guarantees, by hand. */
class EconomicsTest {

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static BigInteger minor(long minor) {
        return BigInteger.valueOf(minor);
    }

    private static BreakEven breakEven(
            long slotFee, String commission, @Nullable String goods, @Nullable String returns, long ads) {
        return new BreakEven(
                minor(slotFee),
                new BigDecimal(commission),
                new Assumptions(decimal(goods), decimal(returns), minor(ads)));
    }

    /** In fen: left of each yuan is (1 − returns) × (1 − commission − goods). */
    @ParameterizedTest
    @CsvSource({
        "20000000, 0.2, 0.6, 0.5, 0, 200000000",
        "20000000, 0.2, 0.6, 0, 0, 100000000",
        "20000000, 0.2, 0.3, 0.5, 5000000, 100000000",
        "10000, 0, 0, 0, 0, 10000",
        "0, 0.2, 0.6, 0.5, 0, 0",
        // 100 / 0.3 = 333.33…, 200 / 0.3 = 666.66…: the nearest fen.
        "100, 0.2, 0.5, 0, 0, 333",
        "200, 0.2, 0.5, 0, 0, 667"
    })
    void breakEvenIsWhereNothingIsLost(
            long slotFee, String commission, String goods, String returns, long ads, long expected) {
        var breakEven = breakEven(slotFee, commission, goods, returns, ads);
        assertThat(breakEven.gmv()).isEqualTo(expected);
        assertThat(breakEven.reason()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0.2, 0.8, 0", "0.2, 0.81, 0.5", "0.2, 0.1, 1", "1, 0, 0"})
    void whereEachOrderBringsNothingItIsNeverReached(String commission, String goods, String returns) {
        var breakEven = breakEven(1, commission, goods, returns, 0);
        assertThat(breakEven.gmv()).isNull();
        assertThat(breakEven.reason()).isEqualTo("never");
    }

    @Test
    void breakEvenIsUnknownWhereAShareIs() {
        assertThat(breakEven(1, "0.2", null, "0.5", 0).reason()).isEqualTo("goods-cost-unknown");
        assertThat(breakEven(1, "0.2", "0.5", null, 0).reason()).isEqualTo("return-rate-unknown");
        assertThat(breakEven(1, "0.2", "0.5", null, 0).gmv()).isNull();
    }

    private static Outcome outcome(
            long gmv, long refunds, long slotFee, long ads, String commission, @Nullable String goods) {
        return new Outcome(
                minor(gmv), minor(refunds), minor(slotFee), minor(ads), new BigDecimal(commission), decimal(goods));
    }

    /** The golden case: slot 200,000, commission 20%, GMV 1,500,000, returns 50%, goods of what was kept 450,000. */
    @Test
    void halfReturnedLosesFiftyThousand() {
        var outcome = outcome(150_000_000, 75_000_000, 20_000_000, 0, "0.2", "0.6");
        assertThat(outcome.goodsCost()).isEqualTo(45_000_000);
        assertThat(outcome.commission()).isEqualTo(15_000_000);
        assertThat(outcome.netProfit()).isEqualTo(-5_000_000);
        // −50,000 / (200,000 + 150,000)
        assertThat(outcome.netRoi()).isEqualByComparingTo("-0.142857");
    }

    /** At break-even nothing is lost and nothing won, ads included. */
    @Test
    void atBreakEvenThereIsNoProfit() {
        var gmv = Objects.requireNonNull(
                breakEven(20_000_000, "0.2", "0.3", "0.5", 5_000_000).gmv());
        var outcome = outcome(gmv.longValueExact(), gmv.longValueExact() / 2, 20_000_000, 5_000_000, "0.2", "0.3");
        assertThat(outcome.netProfit()).isZero();
        assertThat(outcome.netRoi()).isEqualByComparingTo("0");
    }

    @Test
    void partsAreWholeFenAndAddUp() {
        // 333 × 0.15 = 49.95, 333 × 0.5 = 166.5
        var outcome = outcome(333, 0, 0, 0, "0.15", "0.5");
        assertThat(outcome.commission()).isEqualTo(50);
        assertThat(outcome.goodsCost()).isEqualTo(167);
        assertThat(outcome.netProfit()).isEqualTo(333 - 50 - 167);
    }

    @Test
    void whatIsUnknownMakesNoProfitAndWhatCostNothingHasNoRoi() {
        assertThat(outcome(100, 0, 1, 0, "0.2", null).netProfit()).isNull();
        assertThat(outcome(100, 0, 1, 0, "0.2", null).netRoi()).isNull();
        assertThat(outcome(100, 0, 0, 0, "0", "0.5").netProfit()).isEqualTo(50);
        assertThat(outcome(100, 0, 0, 0, "0", "0.5").netRoi()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"40, true, 60", "100, true, 0", "140, true, 0", "-5, true, 105"})
    void aShortfallIsWhatIsMissing(long kept, boolean closed, long expected) {
        assertThat(guarantee(kept, closed).shortfall()).isEqualTo(expected);
    }

    @Test
    void beforeTheWindowIsOverNothingIsShort() {
        assertThat(guarantee(0, false).shortfall()).isNull();
    }

    private static GuaranteeKept guarantee(long kept, boolean closed) {
        var span = new Span(Instant.EPOCH, Instant.EPOCH.plusSeconds(900));
        return new GuaranteeKept(new Guarantee(new Money(100, "CNY"), span), minor(kept), closed);
    }
}
