package io.factmatrix.creator.domain.screening;

import io.factmatrix.creator.domain.creator.CreatorProfile;
import io.factmatrix.creator.domain.creator.Platform;
import io.factmatrix.creator.domain.creator.Tier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a creator must keep to; what is null or empty asks for nothing.
 *
 * @param tiers one of these
 * @param categories of which the creator is known for one, or for all
 * @param followersLeast at least, and {@code followersMost} at most
 * @param returnRateMost a share from 0 to 1
 * @param unknowns what becomes of those of whom it is not known
 */
public record Criteria(
        List<Tier> tiers,
        @Nullable Platform platform,
        List<String> categories,
        Match match,
        @Nullable PriceMost price,
        @Nullable Long followersLeast,
        @Nullable Long followersMost,
        @Nullable GpmLeast gpm,
        @Nullable BigDecimal returnRateMost,
        Unknowns unknowns) {

    /** The criteria of which nobody knows whether they are met, by their names; empty when the creator is left out. */
    public Optional<List<String>> undecided(CreatorProfile profile) {
        var undecided = new ArrayList<String>();
        for (var judged : judge(profile).entrySet()) {
            if (judged.getValue() == Meets.NO || (judged.getValue() == Meets.MAYBE && unknowns == Unknowns.EXCLUDE)) {
                return Optional.empty();
            }
            if (judged.getValue() == Meets.MAYBE) {
                undecided.add(judged.getKey());
            }
        }
        return Optional.of(undecided);
    }

    private Map<String, Meets> judge(CreatorProfile profile) {
        var judged = new LinkedHashMap<String, Meets>();
        judged.put("tiers", Meets.of(tiers.isEmpty() || tiers.contains(profile.tier())));
        judged.put(
                "platform",
                Meets.of(platform == null || platform == profile.account().platform()));
        judged.put("categories", categories(profile));
        judged.put("price", price(profile));
        var followers = Known.followers(profile);
        judged.put(
                "followers",
                Meets.atLeast(followers, decimal(followersLeast)).and(Meets.atMost(followers, decimal(followersMost))));
        judged.put("gpm", gpm(profile));
        judged.put("returnRate", Meets.atMost(profile.past().returnRate(), returnRateMost));
        return judged;
    }

    private Meets categories(CreatorProfile profile) {
        if (categories.isEmpty()) {
            return Meets.YES;
        }
        var least = match == Match.ANY ? BigDecimal.ONE : BigDecimal.valueOf(categories.size());
        return Meets.atLeast(Known.categories(profile, categories), least);
    }

    private Meets price(CreatorProfile profile) {
        return price == null
                ? Meets.YES
                : Meets.atMost(
                        Known.price(profile, price.format(), price.most().currency()), Known.major(price.most()));
    }

    private Meets gpm(CreatorProfile profile) {
        return gpm == null
                ? Meets.YES
                : Meets.atLeast(Known.gpm(profile, gpm.basis(), gpm.least().currency()), Known.major(gpm.least()));
    }

    private static @Nullable BigDecimal decimal(@Nullable Long number) {
        return number == null ? null : BigDecimal.valueOf(number);
    }

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("tiers", tiers);
        members.put("platform", platform);
        members.put("categories", categories);
        members.put("match", match);
        members.put(
                "price",
                price == null
                        ? null
                        : ordered("format", price.format(), "most", price.most().members()));
        members.put("followersLeast", followersLeast);
        members.put("followersMost", followersMost);
        members.put(
                "gpm",
                gpm == null
                        ? null
                        : ordered("basis", gpm.basis(), "least", gpm.least().members()));
        members.put("returnRateMost", returnRateMost);
        members.put("unknowns", unknowns);
        return members;
    }

    private static Map<String, Object> ordered(String first, Object one, String second, Object two) {
        var members = new LinkedHashMap<String, Object>();
        members.put(first, one);
        members.put(second, two);
        return members;
    }
}
