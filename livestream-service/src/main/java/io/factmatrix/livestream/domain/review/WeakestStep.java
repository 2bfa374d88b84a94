package io.factmatrix.livestream.domain.review;

import io.factmatrix.kit.merchant.Role;
import io.factmatrix.ledger.domain.touchpoint.PlaceSums;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * Which step of a session is the farthest below the merchant's own median, and who owns it: the one with the lowest rate / median, of
 * equal ones the earliest.
 *
 * @param broadcasts how many sessions it is compared with
 * @param steps all four, in their order
 * @param weakest null when none is below its median, or none can be compared
 * @param reason why there is none; null when there is one
 */
public record WeakestStep(
        Basis basis,
        int broadcasts,
        List<StepComparison> steps,
        @Nullable SalesStep weakest,
        @Nullable Unknown reason) {

    /** A median of fewer says nothing. */
    static final int LEAST = 3;

    /** Sessions that ended longer before the start are not compared with. */
    public static final Duration BEFORE = Duration.ofDays(28);

    /**
     * @param own sums of this session
     * @param before sums of the sessions it is compared with
     */
    static WeakestStep of(Basis basis, PlaceSums own, List<PlaceSums> before) {
        var steps = Arrays.stream(SalesStep.values())
                .map(step -> StepComparison.of(
                        step,
                        step.rate(basis, own),
                        before.stream()
                                .map(sums -> step.rate(basis, sums))
                                .flatMap(Optional::stream)
                                .toList()))
                .toList();
        var compared = steps.stream().filter(step -> step.ofMedian() != null).toList();
        var weakest = compared.stream()
                .filter(step -> Objects.requireNonNull(step.ofMedian()).compareTo(BigFraction.ONE) < 0)
                .min(Comparator.comparing(step -> Objects.requireNonNull(step.ofMedian())))
                .map(StepComparison::step)
                .orElse(null);
        return new WeakestStep(basis, before.size(), steps, weakest, reason(compared.isEmpty(), weakest));
    }

    private static @Nullable Unknown reason(boolean nothing, @Nullable SalesStep weakest) {
        if (weakest != null) {
            return null;
        }
        return nothing ? Unknown.NOTHING_TO_COMPARE : Unknown.NONE_BELOW_ITS_MEDIAN;
    }

    /** As the API calls them. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("basis", basis);
        members.put("comparedWith", "ownMedian28Days");
        members.put("broadcasts", broadcasts);
        members.put("weakest", weakest);
        members.put(
                "owners",
                weakest == null
                        ? List.of()
                        : weakest.owners().stream().map(Role::word).toList());
        members.put("reason", reason);
        members.put("steps", steps.stream().map(StepComparison::members).toList());
        return members;
    }
}
