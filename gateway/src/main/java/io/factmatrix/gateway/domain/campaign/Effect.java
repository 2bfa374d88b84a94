package io.factmatrix.gateway.domain.campaign;

import io.factmatrix.gateway.domain.Amounts;
import io.factmatrix.gateway.domain.Members;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign did to sales. Every amount is rounded by itself, HALF_UP, when it is shown: half a minor unit comes of a median of an even number of days.
 *
 * @param after the days after it of which something can be told
 */
record Effect(CampaignTime time, Baseline baseline, List<LocalDate> after, Amounts amounts) {

    /** By measure. */
    Map<String, @Nullable Object> of(Sold sold) {
        var members = new Members();
        for (var measure : Measure.values()) {
            members.add(measure.word(), of(sold, measure));
        }
        return members.object();
    }

    private Map<String, @Nullable Object> of(Sold sold, Measure measure) {
        var unknown = new Members();
        var window = compared(time.window(), measure, sold);
        note(unknown, "baseline", window.unknown());
        return new Members()
                .add("actual", money(window.actual()))
                .add("baseline", money(window.baseline()))
                .add("uplift", money(window.uplift()))
                .add("burst", burst(measure, sold, unknown))
                .add("pullForward", pullForward(window, measure, sold, unknown))
                .add("unknown", unknown.object())
                .object();
    }

    private Compared compared(List<DayPart> parts, Measure measure, Sold sold) {
        return Compared.of(parts, measure, sold, baseline);
    }

    private @Nullable Map<String, @Nullable Object> burst(Measure measure, Sold sold, Members unknown) {
        if (!time.hasBurst()) {
            unknown.add("burst", "it has no burst");
            return null;
        }
        var burst = compared(time.burst(), measure, sold);
        var multiple = burst.multiple();
        if (multiple == null) {
            note(unknown, "burst.multiple", Objects.requireNonNullElse(burst.unknown(), "its baseline is 0"));
        }
        return new Members()
                .add("actual", money(burst.actual()))
                .add("baseline", money(burst.baseline()))
                .add("multiple", multiple)
                .object();
    }

    /** How far sales were below the baseline afterwards, on balance: a good day makes up for a bad one, or chance alone would look like a dip. */
    private Map<String, @Nullable Object> pullForward(Compared window, Measure measure, Sold sold, Members unknown) {
        var later = compared(after.stream().map(DayPart::whole).toList(), measure, sold);
        var waits = waits();
        var shortfall = waits == null ? later.shortfall() : null;
        if (shortfall == null) {
            note(unknown, "pullForward.shortfall", Objects.requireNonNullElse(waits, later.unknown()));
        }
        var lift = window.lift();
        if (lift == null) {
            note(
                    unknown,
                    "pullForward.share",
                    Objects.requireNonNullElse(window.unknown(), "there is no uplift above 0"));
        }
        return new Members()
                .add("actual", money(later.actual()))
                .add("baseline", money(later.baseline()))
                .add("shortfall", money(shortfall))
                .add("share", shortfall == null || lift == null ? null : Compared.ratio(shortfall, lift))
                .object();
    }

    /** Why nothing can be told of the days after; null when it can. */
    private @Nullable String waits() {
        long over = time.after().stream().filter(time::isOver).count();
        if (over < CampaignTime.DAYS_AFTER) {
            return "%d of the %d days after it are over (expected: all)".formatted(over, CampaignTime.DAYS_AFTER);
        }
        return after.isEmpty() ? "no day after it counts" : null;
    }

    private static void note(Members unknown, String member, @Nullable String reason) {
        if (reason != null) {
            unknown.add(member, reason);
        }
    }

    private String money(BigInteger minor) {
        return amounts.money(minor);
    }

    private @Nullable String money(@Nullable BigDecimal minor) {
        return minor == null
                ? null
                : amounts.money(minor.setScale(0, RoundingMode.HALF_UP).toBigIntegerExact());
    }
}
