package io.factmatrix.creator.domain.creator;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.ledger.domain.event.Money;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a creator sold so far; null is what nobody knows.
 *
 * @param currency of what is money here
 * @param views of a piece of content on the average
 * @param gmvPerLive of a live session on the average
 * @param returnRate the share of the GMV that is returned, from 0 to 1
 */
public record Past(
        String currency,
        @Nullable Gpm gpm,
        @Nullable Figure views,
        @Nullable Figure gmvPerLive,
        @Nullable Figure returnRate) {

    private static final int DIGITS_OF_A_COUNT = 2;
    private static final int DIGITS_OF_A_SHARE = 6;

    /** The members {@code currency} (CNY where it is absent), {@code gpm}, {@code averageViews}, {@code averageGmvPerLive} and {@code returnRate}. */
    public static Past read(Members members) throws Refused {
        var currency = Objects.requireNonNullElse(members.optionalText("currency"), "CNY");
        var digits = Money.digitsOf(currency).orElse(-1);
        if (digits < 0) {
            throw members.invalid("currency", currency, "an ISO 4217 currency");
        }
        var past = new Past(
                currency,
                members.has("gpm") ? Gpm.read(members.object("gpm"), digits) : null,
                Figure.optional(members, "averageViews", DIGITS_OF_A_COUNT, null),
                Figure.optional(members, "averageGmvPerLive", digits, null),
                Figure.optional(members, "returnRate", DIGITS_OF_A_SHARE, BigDecimal.ONE));
        members.nothingLeft();
        return past;
    }

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("currency", currency);
        members.put("gpm", gpm == null ? null : gpm.members());
        members.put("averageViews", shown(views));
        members.put("averageGmvPerLive", shown(gmvPerLive));
        members.put("returnRate", shown(returnRate));
        return members;
    }

    private static @Nullable Object shown(@Nullable Figure figure) {
        return figure == null ? null : figure.members();
    }
}
