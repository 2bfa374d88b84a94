package io.factmatrix.kol.domain.economics;

import io.factmatrix.kol.domain.engagement.Guarantee;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a guarantee was kept.
 *
 * @param keptGmv what was paid within its window, less what was refunded of that whenever it was; in minor units
 * @param isClosed whether its window is over
 */
public record GuaranteeKept(Guarantee guarantee, BigInteger keptGmv, boolean isClosed) {

    /** max(0, guaranteed GMV − kept GMV); null before the window is over. */
    public @Nullable BigInteger shortfall() {
        return isClosed
                ? BigInteger.valueOf(guarantee.gmv().minor()).subtract(keptGmv).max(BigInteger.ZERO)
                : null;
    }

    /** As the API calls them. */
    Map<String, @Nullable Object> members(Amounts in) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("guaranteedGmv", guarantee.gmv().decimal());
        members.put("from", guarantee.window().start());
        members.put("to", guarantee.window().end());
        members.put("keptGmv", in.money(keptGmv));
        members.put("shortfall", in.money(shortfall()));
        members.put("reason", isClosed ? null : "window-open");
        return members;
    }
}
