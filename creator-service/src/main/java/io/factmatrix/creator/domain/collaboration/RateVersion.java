package io.factmatrix.creator.domain.collaboration;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rates that hold from a moment on.
 *
 * @param tiers at least one, the first from 0, each further one from a greater GMV
 */
public record RateVersion(Instant from, List<Tier> tiers) {

    private static final int MOST_TIERS = 20;

    /** The members {@code from} and {@code tiers}. */
    static RateVersion read(Members members, String currency) throws Refused {
        var from = members.time("from");
        var tiers = List.copyOf(members.objects("tiers", MOST_TIERS, tier -> Tier.read(tier, currency)));
        if (tiers.isEmpty() || tiers.get(0).above() != 0) {
            throw members.invalid("tiers", tiers.size() + " tiers", "a first one that holds from 0 on");
        }
        for (int at = 1; at < tiers.size(); at++) {
            if (tiers.get(at).above() <= tiers.get(at - 1).above()) {
                throw members.invalid(
                        "tiers[%d].above".formatted(at), tiers.get(at).above(), "more than that of the tier before");
            }
        }
        return new RateVersion(from, tiers);
    }

    /**
     * The rate of a whole line.
     *
     * @param paidBefore in minor units: a line is of the tier in which it begins
     */
    BigDecimal rate(BigInteger paidBefore) {
        return tiers.stream()
                .filter(tier -> BigInteger.valueOf(tier.above()).compareTo(paidBefore) <= 0)
                .reduce((lower, higher) -> higher)
                .orElseThrow()
                .rate();
    }

    /** By the names of the API. */
    Map<String, Object> members(String currency) {
        var members = new LinkedHashMap<String, Object>();
        members.put("from", from);
        members.put("tiers", tiers.stream().map(tier -> tier.members(currency)).toList());
        return members;
    }
}
