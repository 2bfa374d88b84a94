package io.factmatrix.ledger.domain.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceSketchTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 4_095, 4_096})
    void aSetOfNoMoreThanTheNominalSizeIsExact(int size) {
        assertThat(sketch(people(0, size)).people()).isEqualTo(People.exactly(BigInteger.valueOf(size)));
    }

    @ParameterizedTest
    @ValueSource(ints = {4_097, 5_000, 7_000, 200_000})
    void aGreaterSetIsEstimatedAndSaysSo(int size) {
        var people = sketch(people(0, size)).people();
        assertThat(people.exact()).isFalse();
        assertThat(people.value().doubleValue()).isBetween(0.95 * size, 1.05 * size);
        assertThat(people.lower()).isLessThanOrEqualTo(people.value());
        assertThat(people.upper()).isGreaterThanOrEqualTo(people.value());
        assertThat(people.upper().subtract(people.lower()).doubleValue()).isBetween(0.0, 0.07 * size);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 4_095, 4_096, 4_097, 5_000, 7_700, 200_000})
    void equalSetsAreEqualBytesInAnyOrderAndWithAnyRepetition(int size) {
        var once = people(0, size);
        var again = new ArrayList<>(once);
        again.addAll(once.subList(0, size / 3));
        Collections.shuffle(again, new Random(size));
        assertThat(sketch(again).bytes()).isEqualTo(sketch(once).bytes());
        assertThat(sketch(again)).isEqualTo(sketch(once)).hasSameHashCodeAs(sketch(once));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 4_095, 4_096, 4_097, 5_000, 9_000, 200_000})
    void aUnionIsTheSketchOfTheUnionHoweverItWasMade(int size) {
        var whole = sketch(people(0, size)).bytes();
        var left = sketch(people(0, 2 * size / 3));
        var right = sketch(people(size / 3, size));
        var middle = sketch(people(size / 4, size / 2));
        assertThat(left.union(right).bytes()).isEqualTo(whole);
        assertThat(right.union(left).bytes()).isEqualTo(whole);
        assertThat(middle.union(left.union(right)).bytes()).isEqualTo(whole);
        assertThat(AudienceSketch.of(middle.union(right).bytes()).union(left).bytes())
                .isEqualTo(whole);
        assertThat(left.union(right).people()).isEqualTo(sketch(people(0, size)).people());
        assertThat(AudienceSketch.NONE.union(left).union(left).bytes()).isEqualTo(left.bytes());
    }

    @Test
    void otherSetsAreOtherBytes() {
        assertThat(sketch(people(0, 9_000))).isNotEqualTo(sketch(people(5_000, 14_000)));
        assertThat(sketch(people(0, 1))).isNotEqualTo(AudienceSketch.NONE);
    }

    /** Sets of 4,097 to 40,000 people, half of them as unions of overlapping ones. */
    @Test
    void theBoundsHoldForNinetyFiveOfAHundredSets() {
        var random = new Random(618);
        int sets = 600;
        int held = 0;
        for (int set = 0; set < sets; set++) {
            int from = random.nextInt(1_000_000_000);
            int size = 4_097 + random.nextInt(36_000);
            var sketch = random.nextBoolean()
                    ? sketch(people(from, from + size))
                    : sketch(people(from, from + size * 3 / 5)).union(sketch(people(from + size / 2, from + size)));
            held += holds(sketch.people(), size);
        }
        assertThat(held).isGreaterThanOrEqualTo(sets * 95 / 100);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 3_000, 4_096})
    void whoIsInBothOrInOneAloneIsExactAmongNoMoreThanTheNominalSize(int size) {
        var left = sketch(people(0, size));
        var right = sketch(people(size / 3, size / 3 + size));
        assertThat(left.intersection(right).people()).isEqualTo(People.exactly(BigInteger.valueOf(size - size / 3)));
        assertThat(left.without(right).people()).isEqualTo(People.exactly(BigInteger.valueOf(size / 3)));
        assertThat(left.intersection(right)).isEqualTo(sketch(people(size / 3, size)));
        assertThat(left.without(right)).isEqualTo(sketch(people(0, size / 3)));
    }

    @Test
    void setsTakenFromSetsDoNotDependOnHowTheseWereMade() {
        var one = sketch(people(0, 30_000));
        var same = sketch(people(9_000, 30_000)).union(sketch(people(0, 20_000)));
        var other = sketch(people(25_000, 90_000));
        assertThat(same.intersection(other)).isEqualTo(one.intersection(other)).isEqualTo(other.intersection(one));
        assertThat(same.without(other)).isEqualTo(one.without(other));
        assertThat(AudienceSketch.of(one.without(other).bytes())).isEqualTo(one.without(other));
        assertThat(one.without(one).people().value()).isZero();
        assertThat(one.intersection(AudienceSketch.NONE).people().value()).isZero();
    }

    /** From a hundredth of the other set to a hundred times its size, a part in common from none to all. */
    @Test
    void theBoundsOfWhatIsTakenFromVeryUnequalSetsHoldToo() {
        var random = new Random(619);
        int sets = 1_000;
        int bothHeld = 0;
        int aloneHeld = 0;
        for (int set = 0; set < sets; set++) {
            int from = random.nextInt(1_000_000_000);
            int large = 5_000 + random.nextInt(60_000);
            int small = Math.max(1, (int) (large * Math.pow(10, -2 * random.nextDouble())));
            int common = random.nextInt(small + 1);
            var left = sketch(people(from, from + large));
            var right = sketch(people(from + large - common, from + large - common + small));
            if (random.nextBoolean()) {
                bothHeld += holds(left.intersection(right).people(), common);
                aloneHeld += holds(left.without(right).people(), large - common);
            } else {
                bothHeld += holds(right.intersection(left).people(), common);
                aloneHeld += holds(right.without(left).people(), small - common);
            }
        }
        // Bounds of 95% hold for fewer than 94% of a thousand sets one time in fifteen; these are chosen once for all.
        assertThat(bothHeld).isGreaterThanOrEqualTo(sets * 94 / 100);
        assertThat(aloneHeld).isGreaterThanOrEqualTo(sets * 94 / 100);
    }

    private static int holds(People people, int truth) {
        var size = BigInteger.valueOf(truth);
        return people.lower().compareTo(size) <= 0 && people.upper().compareTo(size) >= 0 ? 1 : 0;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 4_096, 9_000})
    void whatWasWrittenIsReadAndIsSmall(int size) {
        var bytes = sketch(people(0, size)).bytes();
        assertThat(AudienceSketch.of(bytes).bytes()).isEqualTo(bytes);
        assertThat(bytes).hasSizeLessThanOrEqualTo(32 * 1024 + 24);
    }

    @Test
    void bytesThatAreNoSketchAreRefused() {
        var ten = sketch(people(0, 10)).bytes();
        var withALongHeader = ten.clone();
        withALongHeader[0] = 63;
        var withMoreThanThereIs = ten.clone();
        withMoreThanThereIs[11] = 0x7f;
        for (var wrong : List.of(
                withALongHeader,
                withMoreThanThereIs,
                new byte[0],
                new byte[] {1, 2, 3},
                new byte[40],
                Arrays.copyOf(ten, 8),
                Arrays.copyOf(ten, 40),
                Arrays.copyOf(ten, ten.length + 8),
                "no sketch, but long enough to be one".getBytes(StandardCharsets.US_ASCII))) {
            assertThatThrownBy(() -> AudienceSketch.of(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("sketch: %d bytes (expected: an ordered compact Theta sketch of at most 4096 entries)"
                            .formatted(wrong.length));
        }
    }

    static AudienceSketch sketch(Collection<String> people) {
        var gathering = new AudienceSketch.Gathering();
        people.forEach(gathering::add);
        return gathering.sketch();
    }

    static List<String> people(int from, int to) {
        return IntStream.range(from, to).mapToObj(person -> "u-" + person).toList();
    }
}
