package io.factmatrix.gateway.domain;

import io.factmatrix.ledger.domain.figures.Audience;
import io.factmatrix.ledger.domain.figures.AudienceSketch;
import io.factmatrix.ledger.domain.figures.BuyerDays;
import io.factmatrix.ledger.domain.figures.Buyers;
import io.factmatrix.ledger.domain.figures.People;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How many came how far. Whoever came further is among those before, and so what is known of one stage narrows what is estimated of
 * another.
 *
 * @param loyal null for all when nothing is known
 */
record Stages(
        @Nullable People aware,
        @Nullable People interested,
        @Nullable People purchased,
        @Nullable People loyal) {

    static final Stages UNKNOWN = new Stages(null, null, null, null);

    /** The people of one field. */
    static Stages of(Audience audience) {
        return narrowed(
                audience.aware().people(),
                audience.interested().people(),
                audience.purchased().people(),
                audience.loyal().people());
    }

    /** The people of any of them. Who came back may have done so in another field. */
    static Stages union(List<Audience> audiences) {
        var purchased = audiences.stream()
                .map(Audience::purchased)
                .reduce(Buyers::plus)
                .orElse(Buyers.NONE)
                .people();
        var loyalOfOne =
                audiences.stream().map(audience -> audience.loyal().atLeast()).reduce(BigInteger.ZERO, BigInteger::max);
        var loyal = audiences.stream()
                .map(Audience::days)
                .reduce(BuyerDays::union)
                .map(BuyerDays::loyal)
                .orElse(People.NOBODY)
                .within(loyalOfOne, purchased.upper());
        return narrowed(united(audiences, Audience::aware), united(audiences, Audience::interested), purchased, loyal);
    }

    private static People united(List<Audience> audiences, Function<Audience, AudienceSketch> stage) {
        return audiences.stream()
                .map(stage)
                .reduce(AudienceSketch.NONE, AudienceSketch::union)
                .people();
    }

    /** Those who are in each of them. */
    static Stages overlap(List<Audience> audiences) {
        return each(stage -> audiences.stream()
                .map(stage)
                .reduce((both, next) -> new Known(both.sketch.intersection(next.sketch), both.atMost.min(next.atMost)))
                .orElseThrow());
    }

    /** Those of one who are in none of the others. */
    static Stages alone(Audience audience, List<Audience> others) {
        return each(stage -> {
            var own = stage.apply(audience);
            var rest = others.stream()
                    .map(other -> stage.apply(other).sketch)
                    .reduce(AudienceSketch.NONE, AudienceSketch::union);
            return new Known(own.sketch.without(rest), own.atMost);
        });
    }

    /** People, and how many they are at most. */
    private record Known(AudienceSketch sketch, BigInteger atMost) {

        static Known of(AudienceSketch sketch) {
            return new Known(sketch, sketch.people().upper());
        }

        static Known of(Buyers buyers) {
            return new Known(buyers.sketch(), buyers.atMost());
        }

        People people() {
            return sketch.people().within(BigInteger.ZERO, atMost);
        }
    }

    private static Stages each(Function<Function<Audience, Known>, Known> made) {
        return narrowed(
                made.apply(audience -> Known.of(audience.aware())).people(),
                made.apply(audience -> Known.of(audience.interested())).people(),
                made.apply(audience -> Known.of(audience.purchased())).people(),
                made.apply(audience -> Known.of(audience.loyal())).people());
    }

    private static Stages narrowed(People aware, People interested, People purchased, People loyal) {
        var interestedAtMost = interested.within(BigInteger.ZERO, aware.upper());
        var purchasedAtMost = purchased.within(BigInteger.ZERO, interestedAtMost.upper());
        var loyalAtMost = loyal.within(BigInteger.ZERO, purchasedAtMost.upper());
        var purchasedThen = purchasedAtMost.noFewerThan(loyalAtMost);
        var interestedThen = interestedAtMost.noFewerThan(purchasedThen);
        return new Stages(aware.noFewerThan(interestedThen), interestedThen, purchasedThen, loyalAtMost);
    }

    Map<String, @Nullable Object> body() {
        return new Members()
                .add("aware", body(aware))
                .add("interested", body(interested))
                .add("purchased", body(purchased))
                .add("loyal", body(loyal))
                .object();
    }

    private static @Nullable Map<String, @Nullable Object> body(@Nullable People people) {
        return people == null ? null : Metrics.people(people);
    }
}
