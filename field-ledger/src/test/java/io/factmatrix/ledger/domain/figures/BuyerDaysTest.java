package io.factmatrix.ledger.domain.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuyerDaysTest {

    @Test
    void whoPaidOnOneDayHereAndOnAnotherThereIsLoyalToBothTogether() {
        var here = days(List.of(1, 2, 3), 10, 10);
        var there = days(List.of(2, 3, 4), 11, 11);
        var sameDay = days(List.of(3), 10, 10);

        assertThat(here.loyal()).isEqualTo(exactly(0));
        assertThat(here.union(there).loyal()).isEqualTo(exactly(2));
        assertThat(here.union(sameDay).loyal()).isEqualTo(exactly(0));
        assertThat(there.union(sameDay).union(here).loyal()).isEqualTo(exactly(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4_095, 4_096})
    void amongNoMoreThanTheNominalSizeTheyAreCounted(int buyers) {
        assertThat(days(range(0, buyers), 5, 6).loyal()).isEqualTo(exactly(buyers));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 4_096, 4_097, 5_000, 9_000, 60_000})
    void theSameBuyersAreKnownHoweverTheyCameTogether(int buyers) {
        var whole = held(days(range(0, buyers), 1, 2));
        var shuffled = range(0, buyers);
        Collections.shuffle(shuffled, new Random(buyers));
        assertThat(held(days(shuffled, 1, 2))).isEqualTo(whole);
        var first = days(range(0, 2 * buyers / 3), 1, 1).union(days(range(buyers / 3, buyers), 1, 1));
        var second = days(range(buyers / 2, buyers), 2, 2).union(days(range(0, buyers / 2), 2, 2));
        assertThat(held(first.union(second))).isEqualTo(whole);
        assertThat(held(second.union(first))).isEqualTo(whole);
        assertThat(held(BuyerDays.of(second.bytes()).union(first).union(second)))
                .isEqualTo(whole);
        assertThat(first.union(second).loyal())
                .isEqualTo(days(range(0, buyers), 1, 2).loyal());
    }

    /** Its header, which has its threshold, and whom it holds; DataSketches writes these in no order. */
    private static List<String> held(BuyerDays days) {
        var bytes = HexFormat.of().formatHex(days.bytes());
        int header = bytes.length() % (3 * 2 * Long.BYTES) == 0 ? 3 * 2 * Long.BYTES : 2 * 2 * Long.BYTES;
        var held = new ArrayList<>(List.of(bytes.substring(0, header)));
        var buyers = new ArrayList<String>();
        for (int at = header; at < bytes.length(); at += 3 * 2 * Long.BYTES) {
            buyers.add(bytes.substring(at, at + 3 * 2 * Long.BYTES));
        }
        Collections.sort(buyers);
        held.addAll(buyers);
        return held;
    }

    /** Two fields' buyers, in common some of them, of whom some came back on another day. */
    @Test
    void theBoundsHoldAsOftenAsTheySay() {
        var random = new Random(620);
        int sets = 300;
        int held = 0;
        for (int set = 0; set < sets; set++) {
            int from = random.nextInt(1_000_000_000);
            int buyers = 4_097 + random.nextInt(30_000);
            int back = random.nextInt(buyers / 2);
            var people = days(range(from, from + buyers), 3, 3)
                    .union(days(range(from + buyers / 4, from + buyers / 4 + back), 4, 4))
                    .loyal();
            var truth = BigInteger.valueOf(back);
            assertThat(people.exact()).isFalse();
            held += people.lower().compareTo(truth) <= 0 && people.upper().compareTo(truth) >= 0 ? 1 : 0;
        }
        assertThat(held).isGreaterThanOrEqualTo(sets * 94 / 100);
    }

    @Test
    void bytesThatAreNoSketchAreRefused() {
        var ten = days(range(0, 10), 1, 2).bytes();
        for (var wrong : List.of(new byte[0], new byte[] {1, 2, 3}, new byte[40], Arrays.copyOf(ten, 30))) {
            assertThatThrownBy(() -> BuyerDays.of(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("days: %d bytes (expected: a compact Tuple sketch)".formatted(wrong.length));
        }
        assertThat(ten).hasSizeLessThanOrEqualTo(24 + 10 * 24);
    }

    private static BuyerDays days(List<Integer> buyers, long first, long last) {
        var gathering = new BuyerDays.Gathering();
        buyers.forEach(buyer -> gathering.add("u-" + buyer, first, last));
        return gathering.days();
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().collect(Collectors.toList());
    }

    private static People exactly(int people) {
        return People.exactly(BigInteger.valueOf(people));
    }
}
