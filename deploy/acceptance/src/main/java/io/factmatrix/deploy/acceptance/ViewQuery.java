package io.factmatrix.deploy.acceptance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What an operating view is asked for; {@code to} is excluded, a filter that is null is not asked for, nor is a moment.
 *
 * @param piece of those days alone, which no view can be asked for, but a series has as a point; null for all of them
 */
public record ViewQuery(
        LocalDate from,
        LocalDate to,
        ZoneId zone,
        String currency,
        @Nullable String shop,
        @Nullable String product,
        @Nullable String touchpoint,
        @Nullable Instant asOf,
        @Nullable Piece piece) {

    /** A part of a period, its end excluded. */
    record Piece(Instant start, Instant end) {}

    public static ViewQuery of(LocalDate from, LocalDate to, String zone, String currency) {
        return new ViewQuery(from, to, ZoneId.of(zone), currency, null, null, null, null, null);
    }

    public ViewQuery withShop(String value) {
        return new ViewQuery(from, to, zone, currency, value, product, touchpoint, asOf, piece);
    }

    public ViewQuery withProduct(String value) {
        return new ViewQuery(from, to, zone, currency, shop, value, touchpoint, asOf, piece);
    }

    public ViewQuery withTouchpoint(String value) {
        return new ViewQuery(from, to, zone, currency, shop, product, value, asOf, piece);
    }

    public ViewQuery withCurrency(String value) {
        return new ViewQuery(from, to, zone, value, shop, product, touchpoint, asOf, piece);
    }

    /** The same question about one piece of it. */
    ViewQuery withPiece(Piece value) {
        return new ViewQuery(from, to, zone, currency, shop, product, touchpoint, asOf, value);
    }

    /** The same question as of a moment of the past. */
    public ViewQuery withAsOf(Instant value) {
        return new ViewQuery(from, to, zone, currency, shop, product, touchpoint, value, piece);
    }

    Instant start() {
        return piece != null ? piece.start : from.atStartOfDay(zone).toInstant();
    }

    Instant end() {
        return piece != null ? piece.end : to.atStartOfDay(zone).toInstant();
    }

    boolean covers(Instant moment) {
        return !moment.isBefore(start()) && moment.isBefore(end());
    }

    boolean selects(String eventShop, String eventProduct, String eventTouchpoint) {
        return matches(shop, eventShop) && matches(product, eventProduct) && matches(touchpoint, eventTouchpoint);
    }

    private static boolean matches(@Nullable String asked, String value) {
        return asked == null || asked.equals(value);
    }

    /** The query string of the API. */
    public String parameters() {
        return "from=" + from + "&to=" + to + "&zone=" + encoded(zone.getId()) + "&currency=" + currency
                + parameter("shop", shop) + parameter("product", product) + parameter("touchpoint", touchpoint)
                + parameter("asOf", asOf == null ? null : asOf.toString());
    }

    private static String parameter(String name, @Nullable String value) {
        return value == null ? "" : "&" + name + "=" + encoded(value);
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
