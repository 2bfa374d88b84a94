package io.factmatrix.deploy.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What comes back: cancelled within hours, before it is sent, or returned within thirty days. */
final class Refunds {

    private static final double PART = 0.17;
    private static final double TWICE = 0.25;
    private static final List<String> REASONS = List.of("七天无理由退货", "尺码不合适", "质量问题", "与描述不符", "发货太慢", "拍错/多拍", "不想要了");
    private static final List<String> REASONS_ABROAD =
            List.of("Changed my mind", "Wrong size", "Damaged in transit", "Not as described", "Arrived too late");

    /** What people buy on impulse in the burst, they think over. */
    private static final double BURST = 1.15;

    private final Chance chance;

    Refunds(Chance chance) {
        this.chance = chance;
    }

    /**
     * A refund to come.
     *
     * @param quantity how many came back; 0 where money alone does
     */
    record Refund(Instant at, long amount, long quantity, String reason) {}

    /** The refunds of a line that is being paid; together at most what is paid. */
    List<Refund> of(Touchpoint touchpoint, Day day, Instant paidAt, long paid, int quantity) {
        var habit = touchpoint.kind().habits().refunded() * (day.phase() == Phase.BURST ? BURST : 1);
        if (paid == 0 || !chance.happens(habit)) {
            return List.of();
        }
        var at = paidAt.plus(lag());
        var reason = chance.oneOf(touchpoint.shop() == Shop.MAIN ? REASONS : REASONS_ABROAD);
        if (!chance.happens(PART)) {
            return List.of(new Refund(at, paid, quantity, reason));
        }
        var back = quantity > 1 ? chance.between(1, quantity - 1) : 0;
        var part = Math.max(1, back > 0 ? paid * back / quantity : paid * chance.between(10, 50) / 100);
        var first = new Refund(at, part, back, reason);
        return paid > part && chance.happens(TWICE)
                ? List.of(first, new Refund(at.plus(lag()), paid - part, quantity - back, reason))
                : List.of(first);
    }

    private Duration lag() {
        var when = chance.share();
        var hours = when < 0.25
                ? chance.about(3, 0.95)
                : when < 0.50
                        ? chance.about(36, 0.75)
                        : when < 0.90 ? chance.about(7.5 * 24, 0.55) : chance.about(20 * 24, 0.48);
        return Duration.ofSeconds((long) (hours * 3_600));
    }
}
