package io.factmatrix.livestream.domain.review;

import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.touchpoint.PlaceSums;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How steady the sessions of a room are: how much each brought an hour, of its own actual hours. A session that lasted no time, or did not report a counter, has no
 * such value and is left out.
 *
 * @param sessions all of them
 * @param zone by whose clock a session has its weekday and slot
 */
public record Stability(
        int sessions, ZoneId zone, String currency, Variation views, Variation impressions, Variation gmv) {

    private static final BigDecimal MILLIS_OF_HOUR =
            BigDecimal.valueOf(Duration.ofHours(1).toMillis());

    /**
     * @param sums of each of these sessions, in their order
     */
    public static Stability of(List<Broadcast> broadcasts, List<PlaceSums> sums, ZoneId zone, String currency) {
        return new Stability(
                broadcasts.size(),
                zone,
                currency,
                variation(broadcasts, sums, zone, own -> own.traffic().get(Counter.VIEWS)),
                variation(broadcasts, sums, zone, own -> own.traffic().get(Counter.IMPRESSIONS)),
                variation(broadcasts, sums, zone, PlaceSums::gmv));
    }

    private static Variation variation(
            List<Broadcast> broadcasts,
            List<PlaceSums> sums,
            ZoneId zone,
            Function<PlaceSums, @Nullable BigInteger> of) {
        var known = new ArrayList<Variation.PerHour>();
        for (int at = 0; at < broadcasts.size(); at++) {
            var broadcast = broadcasts.get(at);
            var value = of.apply(sums.get(at));
            long millis = broadcast.length().toMillis();
            if (value != null && millis > 0) {
                var perHour = new BigDecimal(value)
                        .multiply(MILLIS_OF_HOUR)
                        .divide(BigDecimal.valueOf(millis), MathContext.DECIMAL128);
                known.add(new Variation.PerHour(broadcast, perHour));
            }
        }
        return Variation.of(known, zone);
    }

    /** As the API calls them. */
    public Map<String, @Nullable Object> members() {
        var in = Amounts.in(currency);
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("sessions", sessions);
        members.put("zone", zone.getId());
        members.put("currency", currency);
        members.put("viewsPerHour", views.members(Amounts::rounded));
        members.put("impressionsPerHour", impressions.members(Amounts::rounded));
        members.put("gmvPerHour", gmv.members(in::money));
        return members;
    }
}
