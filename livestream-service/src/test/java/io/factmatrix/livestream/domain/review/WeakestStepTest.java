package io.factmatrix.livestream.domain.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.kit.merchant.Role;
import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.event.People;
import io.factmatrix.ledger.domain.touchpoint.PlaceSums;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WeakestStepTest {

    /** Of 1,000 impressions so many views, and so on. */
    private static PlaceSums counts(long views, long shown, long clicks, long orders) {
        return new PlaceSums(
                BigInteger.ZERO,
                BigInteger.valueOf(orders),
                Map.of(
                        Counter.IMPRESSIONS, BigInteger.valueOf(1_000),
                        Counter.VIEWS, BigInteger.valueOf(views),
                        Counter.PRODUCT_IMPRESSIONS, BigInteger.valueOf(shown),
                        Counter.PRODUCT_CLICKS, BigInteger.valueOf(clicks)),
                Map.of());
    }

    private static PlaceSums people(Map<People, Long> heads) {
        return new PlaceSums(
                BigInteger.ZERO,
                BigInteger.ZERO,
                Map.of(),
                heads.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, head -> BigInteger.valueOf(head.getValue()))));
    }

    private static final List<PlaceSums> USUAL =
            List.of(counts(400, 200, 100, 50), counts(500, 250, 125, 50), counts(600, 300, 150, 90));

    @Test
    void theLowestRateOfItsMedianIsTheWeakestAndHasItsOwners() {
        // enter 0.45 of 0.5, productShow 0.5 of 0.5, productClick 0.2 of 0.5, order 0.5 of 0.5
        var step = WeakestStep.of(Basis.COUNTS, counts(450, 225, 45, 20), USUAL);
        assertThat(step.weakest()).isEqualTo(SalesStep.PRODUCT_CLICK);
        assertThat(step.members())
                .containsEntry("owners", List.of("content", "goods"))
                .containsEntry("broadcasts", 3)
                .containsEntry("reason", null);
        assertThat(step.steps().get(2).members())
                .containsEntry("rate", new BigDecimal("0.200000"))
                .containsEntry("median", new BigDecimal("0.500000"))
                .containsEntry("ofMedian", new BigDecimal("0.400000"))
                .containsEntry("known", 3);
        assertThat(SalesStep.ENTER.owners()).containsExactly(Role.CONTENT);
        assertThat(SalesStep.PRODUCT_SHOW.owners()).containsExactly(Role.CONTENT, Role.GOODS);
        assertThat(SalesStep.ORDER.owners()).containsExactly(Role.GOODS, Role.SERVICE);
    }

    @Test
    void ofEquallyWeakOnesItIsTheEarliestThoughTheirRatesAreNoDecimals() {
        // A third of two thirds, and half of one: a half, both.
        var before = Collections.nCopies(3, counts(300, 200, 200, 200));
        var step = WeakestStep.of(Basis.COUNTS, counts(300, 100, 100, 50), before);
        assertThat(step.steps().get(1).ofMedian()).isEqualTo(step.steps().get(3).ofMedian());
        assertThat(step.weakest()).isEqualTo(SalesStep.PRODUCT_SHOW);
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
        var before = List.of(
                counts(100, 100, 100, 0), counts(900, 900, 900, 0), counts(300, 300, 300, 0), counts(600, 600, 600, 0));
        assertThat(WeakestStep.of(Basis.COUNTS, counts(1, 1, 1, 0), before)
                        .steps()
                        .get(0)
                        .members())
                .containsEntry("median", new BigDecimal("0.450000"));
    }

    @Test
    void whatIsAtItsMedianIsNotWeak() {
        var step = WeakestStep.of(Basis.COUNTS, counts(500, 250, 125, 125), USUAL);
        assertThat(step.weakest()).isNull();
        assertThat(step.reason()).isEqualTo(Unknown.NONE_BELOW_ITS_MEDIAN);
        assertThat(step.members()).containsEntry("owners", List.of());
    }

    @Test
    void aStepThatIsKnownTooSeldomIsNotCompared() {
        var unknown = new PlaceSums(BigInteger.ZERO, BigInteger.ZERO, Map.of(), Map.of());
        var step = WeakestStep.of(Basis.COUNTS, counts(1, 1, 1, 1), List.of(USUAL.get(0), USUAL.get(1), unknown));
        assertThat(step.steps())
                .allSatisfy(compared -> assertThat(compared.reason()).isEqualTo(Unknown.TOO_FEW_KNOWN))
                .allSatisfy(compared -> assertThat(compared.median()).isNull())
                .allSatisfy(compared -> assertThat(compared.known()).isEqualTo(2));
        assertThat(step.weakest()).isNull();
        assertThat(step.reason()).isEqualTo(Unknown.NOTHING_TO_COMPARE);
        var own = WeakestStep.of(Basis.COUNTS, unknown, USUAL);
        assertThat(own.steps())
                .allSatisfy(compared -> assertThat(compared.reason()).isEqualTo(Unknown.RATE_UNKNOWN));
    }

    @Test
    void aMedianOfNothingDividesNothing() {
        var step = WeakestStep.of(
                Basis.COUNTS, counts(500, 250, 125, 0), Collections.nCopies(3, counts(500, 250, 125, 0)));
        assertThat(step.steps().get(3).reason()).isEqualTo(Unknown.MEDIAN_IS_ZERO);
        assertThat(step.reason()).isEqualTo(Unknown.NONE_BELOW_ITS_MEDIAN);
    }

    @Test
    void peopleAreComparedWithPeopleOnly() {
        var before = Collections.nCopies(
                3,
                people(Map.of(
                        People.EXPOSED, 100L,
                        People.ENTERED, 50L,
                        People.SAW_PRODUCT, 40L,
                        People.CLICKED_PRODUCT, 20L,
                        People.BOUGHT, 10L)));
        var own = people(
                Map.of(People.EXPOSED, 100L, People.ENTERED, 40L, People.CLICKED_PRODUCT, 20L, People.BOUGHT, 2L));
        var step = WeakestStep.of(Basis.PEOPLE, own, before);
        assertThat(step.weakest()).isEqualTo(SalesStep.ORDER);
        assertThat(step.steps())
                .extracting(StepComparison::reason)
                .containsExactly(null, Unknown.RATE_UNKNOWN, Unknown.RATE_UNKNOWN, null);
        assertThat(WeakestStep.of(Basis.COUNTS, own, before).reason()).isEqualTo(Unknown.NOTHING_TO_COMPARE);
    }
}
