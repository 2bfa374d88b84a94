package io.factmatrix.creator.domain.creator;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who follows a creator.
 *
 * @param followers null when it is not known
 * @param gender shares of what is known, 1 in all at most; likewise the others
 */
public record Audience(
        @Nullable Long followers, List<AudienceShare> gender, List<AudienceShare> age, List<AudienceShare> region) {

    private static final int MOST_GROUPS = 50;
    private static final int LONGEST_GROUP = 40;

    /** The members {@code followers}, {@code gender}, {@code age} and {@code region}. */
    public static Audience read(Members members) throws Refused {
        var audience = new Audience(
                members.optionalInteger("followers", 0),
                shares(members, "gender"),
                shares(members, "age"),
                shares(members, "region"));
        members.nothingLeft();
        return audience;
    }

    private static List<AudienceShare> shares(Members members, String member) throws Refused {
        var shares = members.objects(
                member,
                MOST_GROUPS,
                share -> new AudienceShare(
                        share.prose("group", LONGEST_GROUP),
                        share.present("share", share.optionalShare("share")).stripTrailingZeros()));
        long groups = shares.stream().map(AudienceShare::group).distinct().count();
        if (groups < shares.size()) {
            throw members.invalid(member, shares.size() + " shares of " + groups + " groups", "each group once");
        }
        var sum = shares.stream().map(AudienceShare::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(BigDecimal.ONE) > 0) {
            throw members.invalid(member, "shares of " + sum.toPlainString() + " in all", "of at most 1");
        }
        return List.copyOf(shares);
    }

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("followers", followers);
        members.put("gender", shown(gender));
        members.put("age", shown(age));
        members.put("region", shown(region));
        return members;
    }

    private static List<Map<String, Object>> shown(List<AudienceShare> shares) {
        return shares.stream().map(Audience::shown).toList();
    }

    private static Map<String, Object> shown(AudienceShare share) {
        var members = new LinkedHashMap<String, Object>();
        members.put("group", share.group());
        members.put("share", share.share());
        return members;
    }
}
