package io.factmatrix.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.event.State;
import io.factmatrix.ledger.domain.touchpoint.CountedLine;
import io.factmatrix.ledger.domain.touchpoint.CountedLines;
import io.factmatrix.ledger.testing.RandomHistory;
import io.factmatrix.ledger.testing.TestLedger;
import io.factmatrix.ledger.testing.TestMerchant;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which lines count is what the figures count. */
class CountedLinesTest {

    private static final TestLedger LEDGER = new TestLedger();
    private static final CountedLines LINES = new PostgresCountedLines(LEDGER.jdbc());
    private static final PostgresTouchpointTotals TOTALS = new PostgresTouchpointTotals(LEDGER.jdbc());
    private static final Instant FROM = TestLedger.DAY.minusSeconds(86_400);
    private static final Instant TO = TestLedger.DAY.plusSeconds(20 * 86_400);

    private static <T> T read(LedgerId ledger, Supplier<T> work) {
        return LEDGER.transactions().read(ledger.merchant(), work);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void linesAddUpToTheFiguresOfTheirField(long seed) {
        var merchant = new TestMerchant(LEDGER);
        var events = RandomHistory.orders(new Random(seed));
        events.forEach(merchant::send);
        merchant.settle();
        for (var field : Field.values()) {
            var ledger = merchant.of(field);
            var lines = all(ledger, new CountedLines.Asked(null, FROM, TO));
            var figures = LEDGER.figures(ledger, FROM, TO);
            assertThat(sum(lines, CountedLine::paid)).isEqualTo(figures.gmv());
            assertThat(sum(lines, CountedLine::refunded)).isEqualTo(figures.refundsOfPeriod());
            assertThat(lines).isSortedAccordingTo((one, other) -> one.place().isBefore(other.place()) ? -1 : 1);
            assertThat(inPages(ledger)).isEqualTo(lines);
            var totals = read(ledger, () -> TOTALS.gmv(ledger, FROM, TO, "CNY"));
            for (var touchpoint : List.of("t-0", "t-1", "t-2")) {
                var there = all(ledger, new CountedLines.Asked(List.of(touchpoint), FROM, TO));
                assertThat(there)
                        .isEqualTo(lines.stream()
                                .filter(line -> line.touchpoint().equals(touchpoint))
                                .toList());
                assertThat(sum(there, CountedLine::paid)).isEqualTo(totals.getOrDefault(touchpoint, BigInteger.ZERO));
            }
            for (var line : lines) {
                assertThat(merchant.state(field, line.event())).isEqualTo(State.COUNTED);
            }
        }
    }

    private static BigInteger sum(List<CountedLine> lines, ToLongFunction<CountedLine> of) {
        return lines.stream()
                .filter(line -> line.currency().equals("CNY"))
                .map(line -> BigInteger.valueOf(of.applyAsLong(line)))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static List<CountedLine> all(LedgerId ledger, CountedLines.Asked asked) {
        var lines = new ArrayList<CountedLine>();
        read(ledger, () -> {
            LINES.read(ledger, asked, lines::add);
            return lines;
        });
        return lines;
    }

    private static List<CountedLine> inPages(LedgerId ledger) {
        var asked = new CountedLines.Asked(null, FROM, TO);
        var lines = new ArrayList<CountedLine>();
        boolean more = true;
        while (more) {
            var after = lines.isEmpty() ? null : lines.get(lines.size() - 1).place();
            var page = read(ledger, () -> LINES.page(ledger, asked, after, 3));
            lines.addAll(page);
            more = !page.isEmpty();
        }
        return lines;
    }
}
