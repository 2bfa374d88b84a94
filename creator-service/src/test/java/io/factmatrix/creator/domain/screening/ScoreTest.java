package io.factmatrix.creator.domain.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.creator.domain.creator.Account;
import io.factmatrix.creator.domain.creator.Audience;
import io.factmatrix.creator.domain.creator.CreatorProfile;
import io.factmatrix.creator.domain.creator.Figure;
import io.factmatrix.creator.domain.creator.Format;
import io.factmatrix.creator.domain.creator.Gpm;
import io.factmatrix.creator.domain.creator.GpmBasis;
import io.factmatrix.creator.domain.creator.Past;
import io.factmatrix.creator.domain.creator.Platform;
import io.factmatrix.creator.domain.creator.Prices;
import io.factmatrix.creator.domain.creator.Tier;
import io.factmatrix.ledger.domain.event.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScoreTest {

    private static final List<Part> PARTS = List.of(
            new Part.OfGpm(50, GpmBasis.VIEW, new Money(100_000, "CNY")),
            new Part.OfReach(30, 1_000_000),
            new Part.OfPrice(10, Format.LIVE, new Money(4_000_000, "CNY")),
            new Part.OfCategories(5, List.of("护肤", "彩妆")),
            new Part.OfReturnRate(5));

    private static CreatorProfile profile(
            @Nullable Gpm gpm,
            @Nullable Long followers,
            @Nullable Money live,
            List<String> categories,
            @Nullable Figure returns) {
        return new CreatorProfile(
                "a",
                new Account(Platform.DOUYIN, "a"),
                Tier.MID,
                categories,
                new Prices(live, null),
                new Audience(followers, List.of(), List.of(), List.of()),
                new Past("CNY", gpm, null, null, returns));
    }

    private static Figure between(String lower, String upper) {
        return new Figure(new BigDecimal(lower), new BigDecimal(upper));
    }

    private static String shown(Figure figure) {
        return figure.members().values().toString();
    }

    /** 50 × 0.8125 + 30 × 0.345 + 10 × 0.5 + 5 × 0.5 + 5 × 0.85 = 62.725. */
    @Test
    void whatIsKnownIsAddedUp() {
        var score = Score.of(
                profile(
                        new Gpm(GpmBasis.VIEW, between("812.50", "812.50")),
                        345_000L,
                        new Money(2_000_000, "CNY"),
                        List.of("护肤", "食品"),
                        between("0.15", "0.15")),
                PARTS);
        assertThat(shown(score.figure())).isEqualTo("[62.73]");
        assertThat(score.parts().stream().map(part -> shown(part.points())))
                .containsExactly("[40.63]", "[10.35]", "[5.00]", "[2.50]", "[4.25]");
        assertThat(score.unknown()).isEmpty();
    }

    @Test
    void whatIsUnknownMayBeAnything() {
        var score = Score.of(profile(null, null, null, List.of(), null), PARTS);
        assertThat(shown(score.figure())).isEqualTo("[0.00, 100.00]");
        assertThat(score.unknown()).containsExactly("gpm", "reach", "price", "categories", "returnRate");
        // Of another basis, or in another currency, it is unknown as well.
        var other = Score.of(
                profile(
                        new Gpm(GpmBasis.IMPRESSION, between("812.50", "812.50")),
                        0L,
                        new Money(1, "USD"),
                        List.of("食品"),
                        between("1", "1")),
                PARTS);
        assertThat(shown(other.figure())).isEqualTo("[0.00, 60.00]");
        assertThat(other.unknown()).containsExactly("gpm", "price");
    }

    /** 50 × 0.5 … 50 × 1 (more than full is full), and 5 × (1 − 0.2) … 5 × (1 − 0.1) of the returns; of the rest nothing. */
    @Test
    void intervalsStayIntervals() {
        var score = Score.of(
                profile(
                        new Gpm(GpmBasis.VIEW, between("500.00", "5000.00")),
                        0L,
                        new Money(9_000_000, "CNY"),
                        List.of("食品"),
                        between("0.1", "0.2")),
                PARTS);
        assertThat(shown(score.figure())).isEqualTo("[29.00, 54.50]");
        assertThat(shown(score.parts().get(4).normalised())).isEqualTo("[0.800000, 0.900000]");
    }

    @Test
    void aThirdOfTheWeightIsAThirdOfTheScore() {
        var thirds = List.<Part>of(new Part.OfReach(1, 3), new Part.OfReturnRate(2));
        var score = Score.of(profile(null, 1L, null, List.of(), between("1", "1")), thirds);
        assertThat(shown(score.figure())).isEqualTo("[11.11]");
    }
}
