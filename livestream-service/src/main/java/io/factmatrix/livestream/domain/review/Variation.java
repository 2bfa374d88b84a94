package io.factmatrix.livestream.domain.review;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.math3.stat.StatUtils;
import org.jspecify.annotations.Nullable;

/**
 * How a value of each session-hour varies over sessions.
 *
 * @param sessions how many have it known
 * @param mean over sessions, each as one; null when there is none
 * @param plain standard deviation (n − 1) over the mean; null with fewer than two, or where the mean is 0
 * @param adjusted the same of what neither the weekday nor the slot of the day explains; null when that cannot be told
 * @param reason why it cannot; null when it can
 */
public record Variation(
        int sessions,
        @Nullable BigDecimal mean,
        @Nullable BigDecimal plain,
        @Nullable Adjusted adjusted,
        @Nullable Unknown reason) {

    /** With fewer, nearly every session has a weekday and slot of its own. */
    static final int LEAST_SESSIONS = 8;

    /** With these the residual deviation is known to about a third, 1 / √(2 · 4); with fewer it is not worth telling. */
    static final int LEAST_FREEDOM = 4;

    /** What a session brought in each hour, and when it began. */
    record PerHour(Broadcast broadcast, BigDecimal value) {}

    /**
     * After weekday and slot.
     *
     * @param variation residual standard deviation over the mean
     * @param freedom degrees of freedom of the residual deviation: sessions less the rank of weekdays and slots
     * @param weekdays by how much more than the level each weekday that occurs has; null when confounded with slots
     * @param slots the same of slots
     */
    public record Adjusted(
            BigDecimal variation,
            int freedom,
            @Nullable Map<DayOfWeek, BigDecimal> weekdays,
            @Nullable Map<Slot, BigDecimal> slots) {}

    static Variation of(List<PerHour> sessions, ZoneId zone) {
        if (sessions.isEmpty()) {
            return new Variation(0, null, null, null, Unknown.TOO_FEW_SESSIONS);
        }
        var mean = sessions.stream()
                .map(PerHour::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(sessions.size()), MathContext.DECIMAL128);
        var values = sessions.stream()
                .mapToDouble(session -> session.value().doubleValue())
                .toArray();
        if (mean.signum() == 0) {
            return new Variation(values.length, mean, null, null, Unknown.MEAN_IS_ZERO);
        }
        var plain = values.length < 2 ? null : share(Math.sqrt(StatUtils.variance(values)), mean);
        if (values.length < LEAST_SESSIONS) {
            return new Variation(values.length, mean, plain, null, Unknown.TOO_FEW_SESSIONS);
        }
        var starts = sessions.stream()
                .map(session -> session.broadcast().startedAt().atZone(zone))
                .toList();
        var fit = new WeekdaysAndSlots(
                values,
                starts.stream().map(start -> start.getDayOfWeek()).toList(),
                starts.stream().map(start -> Slot.of(start.toLocalTime())).toList());
        if (fit.freedom() < LEAST_FREEDOM) {
            return new Variation(values.length, mean, plain, null, Unknown.TOO_FEW_DEGREES_OF_FREEDOM);
        }
        return new Variation(values.length, mean, plain, adjusted(fit, mean), null);
    }

    private static Adjusted adjusted(WeekdaysAndSlots fit, BigDecimal mean) {
        return new Adjusted(
                share(fit.residualDeviation(), mean),
                fit.freedom(),
                fit.isTold() ? decimals(DayOfWeek.class, fit.ofWeekdays()) : null,
                fit.isTold() ? decimals(Slot.class, fit.ofSlots()) : null);
    }

    private static BigDecimal share(double deviation, BigDecimal mean) {
        return BigDecimal.valueOf(deviation).divide(mean, MathContext.DECIMAL128);
    }

    private static <L extends Enum<L>> Map<L, BigDecimal> decimals(Class<L> type, Map<L, Double> effects) {
        var decimals = new EnumMap<L, BigDecimal>(type);
        effects.forEach((level, effect) -> decimals.put(level, BigDecimal.valueOf(effect)));
        return decimals;
    }

    /**
     * As the API calls them.
     *
     * @param written a value of a session-hour, as it is to be written
     */
    Map<String, @Nullable Object> members(Function<BigDecimal, Object> written) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("sessions", sessions);
        members.put("mean", mean == null ? null : written.apply(mean));
        members.put("variation", plain == null ? null : Amounts.rounded(plain));
        members.put("adjustedVariation", adjusted == null ? null : Amounts.rounded(adjusted.variation()));
        members.put("degreesOfFreedom", adjusted == null ? null : adjusted.freedom());
        members.put("weekdays", adjusted == null ? null : effects(adjusted.weekdays(), written));
        members.put("slots", adjusted == null ? null : effects(adjusted.slots(), written));
        members.put("reason", adjusted != null && adjusted.weekdays() == null ? Unknown.CONFOUNDED : reason);
        return members;
    }

    private static <L extends Enum<L>> @Nullable Map<String, Object> effects(
            @Nullable Map<L, BigDecimal> effects, Function<BigDecimal, Object> written) {
        if (effects == null) {
            return null;
        }
        var members = new LinkedHashMap<String, Object>();
        effects.forEach((level, effect) -> members.put(level.name().toLowerCase(Locale.ROOT), written.apply(effect)));
        return members;
    }
}
