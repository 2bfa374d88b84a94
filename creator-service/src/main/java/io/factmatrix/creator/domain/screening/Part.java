package io.factmatrix.creator.domain.screening;

import io.factmatrix.creator.domain.creator.CreatorProfile;
import io.factmatrix.creator.domain.creator.Figure;
import io.factmatrix.creator.domain.creator.Format;
import io.factmatrix.creator.domain.creator.GpmBasis;
import io.factmatrix.ledger.domain.event.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a score. What it is measured by is the merchant's own, and not the other creators': a score does not change because somebody else was added.
 */
public sealed interface Part {

    /** Of normalised values. */
    int DIGITS = 6;

    /** As the API calls it. */
    String name();

    /** How much it counts, beside the other parts; above 0. */
    long weight();

    /** What is known of it; null when nothing is. */
    @Nullable Figure used(CreatorProfile profile);

    /** Of a value, what is good of it: from 0 to 1, rising or falling with the value throughout. HALF_UP to six decimals. */
    BigDecimal normalised(BigDecimal value);

    /** What it is measured by, by the names of the API. */
    Map<String, Object> members();

    /** GPM, as a share of one that is as good as can be. */
    record OfGpm(long weight, GpmBasis basis, Money full) implements Part {

        @Override
        public String name() {
            return "gpm";
        }

        @Override
        public @Nullable Figure used(CreatorProfile profile) {
            return Known.gpm(profile, basis, full.currency());
        }

        @Override
        public BigDecimal normalised(BigDecimal value) {
            return share(value, Known.major(full));
        }

        @Override
        public Map<String, Object> members() {
            return weighted(weight, "basis", basis, "full", full.members());
        }
    }

    /** Followers, as a share of as many as are wanted. */
    record OfReach(long weight, long full) implements Part {

        @Override
        public String name() {
            return "reach";
        }

        @Override
        public @Nullable Figure used(CreatorProfile profile) {
            return Known.followers(profile);
        }

        @Override
        public BigDecimal normalised(BigDecimal value) {
            return share(value, BigDecimal.valueOf(full));
        }

        @Override
        public Map<String, Object> members() {
            return weighted(weight, "full", full);
        }
    }

    /** How far a price lies below one that is good for nothing. */
    record OfPrice(long weight, Format format, Money zero) implements Part {

        @Override
        public String name() {
            return "price";
        }

        @Override
        public @Nullable Figure used(CreatorProfile profile) {
            return Known.price(profile, format, zero.currency());
        }

        @Override
        public BigDecimal normalised(BigDecimal value) {
            return BigDecimal.ONE.subtract(share(value, Known.major(zero)));
        }

        @Override
        public Map<String, Object> members() {
            return weighted(weight, "format", format, "zero", zero.members());
        }
    }

    /** Which share of the categories that are wanted the creator is known for. */
    record OfCategories(long weight, List<String> wanted) implements Part {

        @Override
        public String name() {
            return "categories";
        }

        @Override
        public @Nullable Figure used(CreatorProfile profile) {
            return Known.categories(profile, wanted);
        }

        @Override
        public BigDecimal normalised(BigDecimal value) {
            return share(value, BigDecimal.valueOf(wanted.size()));
        }

        @Override
        public Map<String, Object> members() {
            return weighted(weight, "wanted", wanted);
        }
    }

    /** Which share of the GMV is kept. */
    record OfReturnRate(long weight) implements Part {

        @Override
        public String name() {
            return "returnRate";
        }

        @Override
        public @Nullable Figure used(CreatorProfile profile) {
            return profile.past().returnRate();
        }

        @Override
        public BigDecimal normalised(BigDecimal value) {
            return BigDecimal.ONE.subtract(share(value, BigDecimal.ONE));
        }

        @Override
        public Map<String, Object> members() {
            return weighted(weight);
        }
    }

    private static BigDecimal share(BigDecimal value, BigDecimal whole) {
        return value.compareTo(whole) >= 0
                ? BigDecimal.ONE.setScale(DIGITS)
                : value.divide(whole, DIGITS, RoundingMode.HALF_UP);
    }

    private static Map<String, Object> weighted(long weight, Object... more) {
        var members = new LinkedHashMap<String, Object>();
        members.put("weight", weight);
        for (int at = 0; at < more.length; at += 2) {
            members.put(more[at].toString(), more[at + 1]);
        }
        return members;
    }
}
