package io.factmatrix.creator.domain.collaboration;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.ledger.domain.event.MoneyMember;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A commission rate from some GMV on.
 *
 * @param above in minor units: what must have been paid before, in the month; 0 for the first
 * @param rate the share of what is paid, from 0.01 to 0.8 with at most six decimals
 */
public record Tier(long above, BigDecimal rate) {

    /** The bounds that TikTok Shop sets for a commission. */
    private static final BigDecimal LEAST = new BigDecimal("0.01");

    private static final BigDecimal MOST = new BigDecimal("0.8");

    /** The members {@code above}, 0 where it is absent, and {@code rate}. */
    static Tier read(Members members, String currency) throws Refused {
        var above = MoneyMember.optional(members, "above", 0);
        if (above != null && !above.currency().equals(currency)) {
            throw members.invalid("above", above.currency(), currency + ", the currency of the collaboration");
        }
        var rate = members.present("rate", members.optionalShare("rate")).stripTrailingZeros();
        if (rate.compareTo(LEAST) < 0 || rate.compareTo(MOST) > 0) {
            throw members.invalid("rate", rate, "from 0.01 to 0.8");
        }
        return new Tier(above == null ? 0 : above.minor(), rate);
    }

    /** By the names of the API. */
    Map<String, Object> members(String currency) {
        var members = new LinkedHashMap<String, Object>();
        members.put("above", new Money(above, currency).members());
        members.put("rate", rate);
        return members;
    }
}
