package io.factmatrix.kol.domain.kol;

import io.factmatrix.ledger.domain.event.Money;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a KOL did so far, as the merchant knows it; null where it does not.
 *
 * @param followers of the KOL
 * @param viewers people who came, of one slot
 * @param gmv of one slot
 * @param returnRate share of the GMV of a slot that was refunded
 */
public record PastFigures(
        @Nullable Estimate<Long> followers,
        @Nullable Estimate<Long> viewers,
        @Nullable Estimate<Money> gmv,
        @Nullable Estimate<BigDecimal> returnRate) {

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("followers", shown(followers, count -> count));
        members.put("viewers", shown(viewers, count -> count));
        members.put("gmv", shown(gmv, Money::members));
        members.put("returnRate", shown(returnRate, rate -> rate));
        return members;
    }

    private static <T> @Nullable Object shown(@Nullable Estimate<T> estimate, Function<T, Object> shown) {
        return estimate == null ? null : estimate.members(shown);
    }
}
