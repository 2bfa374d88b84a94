package io.factmatrix.deploy.acceptance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What an operating view is asked for; {@code to} is excluded, a filter that is null is not asked for, nor is a moment. */
public record ViewQuery(
        LocalDate from,
        LocalDate to,
        ZoneId zone,
        String currency,
        @Nullable String shop,
        @Nullable String product,
        @Nullable String touchpoint,
        @Nullable Instant asOf) {

    public static ViewQuery of(LocalDate from, LocalDate to, String zone, String currency) {
        return new ViewQuery(from, to, ZoneId.of(zone), currency, null, null, null, null);
    }

    public ViewQuery withShop(String value) {
        return new ViewQuery(from, to, zone, currency, value, product, touchpoint, asOf);
    }

    public ViewQuery withProduct(String value) {
        return new ViewQuery(from, to, zone, currency, shop, value, touchpoint, asOf);
    }

    public ViewQuery withTouchpoint(String value) {
        return new ViewQuery(from, to, zone, currency, shop, product, value, asOf);
    }

    public ViewQuery withCurrency(String value) {
        return new ViewQuery(from, to, zone, value, shop, product, touchpoint, asOf);
    }

    /** The same question about one day. */
    public ViewQuery withDay(LocalDate day) {
        return new ViewQuery(day, day.plusDays(1), zone, currency, shop, product, touchpoint, asOf);
    }

    /** The same question as of a moment of the past. */
    public ViewQuery withAsOf(Instant value) {
        return new ViewQuery(from, to, zone, currency, shop, product, touchpoint, value);
    }

    Instant start() {
        return from.atStartOfDay(zone).toInstant();
    }

    Instant end() {
        return to.atStartOfDay(zone).toInstant();
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
