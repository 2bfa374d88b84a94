package io.factmatrix.gateway.domain.recommendation;

import io.factmatrix.gateway.domain.change.LargestRemainder;
import io.factmatrix.gateway.domain.estimate.Estimate;
import io.factmatrix.gateway.domain.estimate.Refusal;
import io.factmatrix.gateway.domain.estimate.Residuals;
import io.factmatrix.gateway.domain.recommendation.Reallocation.Share;
import io.factmatrix.ledger.domain.event.Field;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Divides a budget among fields. One without a curve keeps what it spends, within its limits; the others share what is left, each within its limits and within the costs that were ever seen on a
 * day: what lies beyond is not told. Where limits leave nothing of what was seen, they are followed, and it is said.
 */
public final class Division {

    private static final int LEAST_FIELDS = 2;

    private final Map<Field, Response> responses;
    private final Wish wish;
    private final Map<Field, BigInteger> present;
    private final List<Arm> arms = new ArrayList<>();
    private BigInteger kept = BigInteger.ZERO;

    private Division(Map<Field, Response> responses, Wish wish) {
        this.responses = responses;
        this.wish = wish;
        this.present = present();
    }

    /** A field with a curve, and what it may spend in all days ahead. */
    private record Arm(Field field, Curves curves, BigInteger present, BigInteger least, BigInteger most) {}

    /**
     * @param responses of each field, in the order in which they are shown
     */
    public static Reallocation of(Map<Field, Response> responses, Wish wish) {
        return new Division(responses, wish).reallocation();
    }

    private Reallocation reallocation() {
        for (var response : responses.values()) {
            var refusal = response.refusal();
            if (refusal != null && refusal.isMissing()) {
                return refused(wish.budget(), refusal);
            }
        }
        var budget = budget();
        if (budget == null) {
            return refused(null, Undivided.tooFewFields(0));
        }
        for (var field : responses.keySet()) {
            var refusal = place(field);
            if (refusal != null) {
                return refused(budget, refusal);
            }
        }
        if (arms.size() < LEAST_FIELDS) {
            return refused(budget, Undivided.tooFewFields(arms.size()));
        }
        var left = budget.subtract(kept);
        var least = sum(arms.stream().map(Arm::least).toList());
        if (left.compareTo(least) < 0) {
            return refused(budget, Undivided.tooSmall(wish.shown(budget), wish.shown(least.add(kept))));
        }
        return divided(budget, left.min(sum(arms.stream().map(Arm::most).toList())));
    }

    /** Null when neither it was given nor anything is known to be spent. */
    private @Nullable BigInteger budget() {
        return wish.budget() == null && !present.isEmpty() ? sum(present.values()) : wish.budget();
    }

    private Reallocation refused(@Nullable BigInteger budget, Refusal refusal) {
        var shares = new EnumMap<Field, Share>(Field.class);
        responses.keySet().forEach(field -> shares.put(field, new Share(present.get(field))));
        return new Reallocation(budget, refusal, shares, null, null);
    }

    /** What is spent in as many days at present, of those of which something is known; to whole minor units that sum up. */
    private Map<Field, BigInteger> present() {
        var known = responses.keySet().stream()
                .filter(field -> of(field).spent() != null)
                .toList();
        var exact =
                known.stream().map(field -> of(field).meanCost() * wish.days()).toList();
        var present = new EnumMap<Field, BigInteger>(Field.class);
        if (!known.isEmpty()) {
            var whole = rounded(exact).iterator();
            known.forEach(field -> present.put(field, whole.next()));
        }
        return present;
    }

    private Response of(Field field) {
        return Objects.requireNonNull(responses.get(field));
    }

    private static List<BigInteger> rounded(List<Double> exact) {
        var sum = exact.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        return LargestRemainder.of(exact, sum.setScale(0, RoundingMode.HALF_UP).toBigIntegerExact());
    }

    private static BigInteger sum(Iterable<BigInteger> of) {
        var sum = BigInteger.ZERO;
        for (var each : of) {
            sum = sum.add(each);
        }
        return sum;
    }

    /** Among those that share, or those that keep what they have; or why it can be neither. */
    private @Nullable Refusal place(Field field) {
        var spends = present.getOrDefault(field, BigInteger.ZERO);
        var limits = wish.of(field);
        var curves = of(field).curves();
        if (curves == null) {
            kept = kept.add(Objects.requireNonNullElse(keeps(field), BigInteger.ZERO));
            return null;
        }
        var least = limits.least(spends);
        var most = limits.most(spends);
        if (most != null && least.compareTo(most) > 0) {
            return Undivided.unfitLimits(field);
        }
        var within = new Limits(least, most, null);
        arms.add(new Arm(
                field,
                curves,
                spends,
                within.nearest(whole(curves.leastCost(), RoundingMode.CEILING)),
                within.nearest(whole(curves.mostCost(), RoundingMode.FLOOR))));
        return null;
    }

    /** What a field without a curve spends, within its limits; null when that is not known, and nothing asks for more. */
    private @Nullable BigInteger keeps(Field field) {
        var spends = present.get(field);
        return spends == null ? wish.of(field).least() : wish.of(field).nearest(spends);
    }

    /** Of all days ahead. */
    private BigInteger whole(double cost, RoundingMode rounding) {
        return BigDecimal.valueOf(cost * wish.days()).setScale(0, rounding).toBigIntegerExact();
    }

    private Reallocation divided(BigInteger budget, BigInteger shared) {
        var recommended = recommended(shared);
        var asAtPresent = asAtPresent(shared);
        var gains = new ArrayList<double[]>();
        var shares = new EnumMap<Field, Share>(Field.class);
        responses
                .keySet()
                .forEach(field -> shares.put(field, new Share(present.get(field), keeps(field), null, false)));
        for (int at = 0; at < arms.size(); at++) {
            var arm = arms.get(at);
            double cost = daily(recommended.get(at));
            var gain = gains(arm.curves(), asAtPresent.get(at), cost);
            gains.add(gain);
            boolean isBeyond = recommended.get(at).compareTo(whole(arm.curves().leastCost(), RoundingMode.FLOOR)) < 0
                    || recommended.get(at).compareTo(whole(arm.curves().mostCost(), RoundingMode.CEILING)) > 0;
            shares.put(arm.field(), new Share(arm.present(), recommended.get(at), estimate(List.of(gain)), isBeyond));
        }
        return new Reallocation(budget, null, shares, budget.subtract(kept).subtract(shared), estimate(gains));
    }

    private List<BigInteger> recommended(BigInteger shared) {
        var costs = Allocation.of(
                arms.stream()
                        .map(arm -> new Allocation.Arm(arm.curves(), daily(arm.least()), daily(arm.most())))
                        .toList(),
                daily(shared));
        return LargestRemainder.of(
                Arrays.stream(costs).map(cost -> cost * wish.days()).boxed().toList(), shared);
    }

    /** The same money per day, divided as it is at present. */
    private List<Double> asAtPresent(BigInteger shared) {
        double all = sum(arms.stream().map(Arm::present).toList()).doubleValue();
        return arms.stream()
                .map(arm -> daily(shared) * (arm.present().doubleValue() / all))
                .toList();
    }

    private double daily(BigInteger money) {
        return money.doubleValue() / wish.days();
    }

    /** By each curve that tells the days. */
    private double[] gains(Curves curves, double from, double to) {
        return curves.draws().stream()
                .mapToDouble(curve -> wish.days() * (curve.netGmv(to) - curve.netGmv(from)))
                .toArray();
    }

    private static Estimate estimate(List<double[]> gains) {
        var sums = new double[Residuals.DRAWS];
        gains.forEach(of -> Arrays.setAll(sums, at -> sums[at] + of[at]));
        return Estimate.wide(sums);
    }
}
