package io.factmatrix.ledger.domain.figures;

import static io.factmatrix.ledger.domain.figures.AudienceSketchTest.people;
import static io.factmatrix.ledger.domain.figures.AudienceSketchTest.sketch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class BuyersTest {

    @Test
    void buyersOfTwoFieldsAreAUnionAndNoSum() {
        var both = buyers(0, 3_000).plus(buyers(1_000, 4_000));
        assertThat(both.people()).isEqualTo(exactly(4_000));
    }

    @Test
    void buyersOfOneFieldAreCountedHoweverManyTheyAre() {
        assertThat(buyers(0, 20_000).people()).isEqualTo(exactly(20_000));
        assertThat(Buyers.NONE.plus(buyers(0, 20_000)).plus(Buyers.NONE).people())
                .isEqualTo(exactly(20_000));
        assertThat(Buyers.NONE.plus(Buyers.NONE).people()).isEqualTo(exactly(0));
    }

    /** The sketches alone would say less than the greatest field has, or more than all have together, half of the time. */
    @Test
    void anEstimateStaysWithinWhatTheCountsOfTheFieldsAllow() {
        for (int set = 0; set < 50; set++) {
            int from = set * 1_000_000;
            var hardlyMore = buyers(from, from + 20_000)
                    .plus(buyers(from, from + 19_999))
                    .people();
            assertThat(hardlyMore.exact()).isFalse();
            assertThat(hardlyMore.lower()).isBetween(big(20_000), hardlyMore.value());
            assertThat(hardlyMore.upper()).isGreaterThanOrEqualTo(hardlyMore.value());

            var nobodyTwice = buyers(from, from + 20_000)
                    .plus(buyers(from + 20_000, from + 20_001))
                    .people();
            assertThat(nobodyTwice.lower()).isBetween(big(20_000), nobodyTwice.value());
            assertThat(nobodyTwice.upper()).isBetween(nobodyTwice.value(), big(20_001));
        }
    }

    @Test
    void theOrderInWhichFieldsAreAddedIsNoMatter() {
        var one = buyers(0, 5_000);
        var two = buyers(3_000, 3_100);
        var three = buyers(4_000, 9_000);
        assertThat(one.plus(two).plus(three)).isEqualTo(three.plus(one.plus(two)));
    }

    @Test
    void theyTravelAsJson() {
        var json = JsonMapper.builder().build();
        var buyers = buyers(0, 2);
        assertThat(json.writeValueAsString(Buyers.NONE))
                .isEqualTo("{\"atLeast\":0,\"atMost\":0,\"sketch\":\"AQMDAAAeAAA=\"}");
        assertThat(json.readValue(json.writeValueAsString(buyers), Buyers.class))
                .isEqualTo(buyers);
    }

    @Test
    void jsonWithoutASketchIsNotReadAsBuyers() {
        var json = JsonMapper.builder().build();
        assertThatThrownBy(() -> json.readValue("{\"atLeast\":1,\"atMost\":1,\"sketch\":\"AQM=\"}", Buyers.class))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("sketch: 2 bytes (expected: an ordered compact Theta sketch");
        assertThatThrownBy(() -> json.readValue("6", Buyers.class)).isInstanceOf(JacksonException.class);
    }

    private static Buyers buyers(int from, int to) {
        return Buyers.counted(to - from, sketch(people(from, to)));
    }

    private static People exactly(int people) {
        return People.exactly(big(people));
    }

    private static BigInteger big(int people) {
        return BigInteger.valueOf(people);
    }
}
