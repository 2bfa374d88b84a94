package io.factmatrix.livestream.domain.review;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The key figures of a session as whoever reviewed it saw them; money in minor units.
 *
 * @param watermark the position in the ledger up to which they are complete
 */
public record ReviewedFigures(
        String currency,
        BigInteger gmv,
        BigInteger refunds,
        BigInteger netGmv,
        BigInteger orders,
        BigInteger units,
        BigInteger cost,
        long watermark) {

    /** Those of a session as they are now. */
    public static ReviewedFigures of(SessionFigures now, long watermark) {
        var figures = now.figures();
        return new ReviewedFigures(
                now.currency(),
                figures.gmv(),
                figures.refunds(),
                now.netGmv(),
                figures.orders(),
                figures.units(),
                now.cost(),
                watermark);
    }

    /** Of a currency in which nothing had happened. */
    static ReviewedFigures none(String currency) {
        var zero = BigInteger.ZERO;
        return new ReviewedFigures(currency, zero, zero, zero, zero, zero, zero, 0);
    }

    /** What {@link #members} has written, read from JSON again. */
    public static ReviewedFigures of(Map<String, ? extends @Nullable Object> members) {
        var currency = text(members, "currency");
        int digits = Amounts.in(currency).digits();
        return new ReviewedFigures(
                currency,
                minor(members, "gmv", digits),
                minor(members, "refunds", digits),
                minor(members, "netGmv", digits),
                minor(members, "orders", 0),
                minor(members, "units", 0),
                minor(members, "cost", digits),
                Long.parseLong(text(members, "watermark")));
    }

    private static BigInteger minor(Map<String, ? extends @Nullable Object> members, String name, int digits) {
        return new BigDecimal(text(members, name)).movePointRight(digits).toBigIntegerExact();
    }

    private static String text(Map<String, ? extends @Nullable Object> members, String name) {
        var value = members.get(name);
        if (value == null) {
            throw new IllegalArgumentException("%s: absent (expected: a value)".formatted(name));
        }
        return value.toString();
    }

    /** As the API calls them. */
    public Map<String, @Nullable Object> members() {
        var in = Amounts.in(currency);
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("currency", currency);
        members.put("gmv", in.money(gmv));
        members.put("refunds", in.money(refunds));
        members.put("netGmv", in.money(netGmv));
        members.put("orders", orders);
        members.put("units", units);
        members.put("cost", in.money(cost));
        members.put("watermark", String.valueOf(watermark));
        return members;
    }
}
