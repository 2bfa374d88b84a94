package io.factmatrix.gateway.domain.work.evidence;

import io.factmatrix.gateway.domain.work.ExpectedMoney;
import io.factmatrix.gateway.domain.work.Finding;
import io.factmatrix.gateway.domain.work.rule.Department;
import io.factmatrix.gateway.domain.work.rule.RuleKind;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.Figures.Fraction;
import io.factmatrix.ledger.domain.figures.Ratio;
import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.hipparchus.stat.descriptive.rank.Percentile.EstimationType;
import org.jspecify.annotations.Nullable;

/**
 * What a field let pass from impression to order on each of its last days.
 *
 * <p>A step is weak when its rate of the last day is below (1 − drop) × the median of the 28 days before, of which enough must be known. What it let pass
 * less has lost that day GMV × (median / rate − 1): what it would have been with all else as it was; between the same with the quartiles of those days.
 *
 * @param last the start of the day that is judged
 * @param days by start: those before it, and itself
 */
public record StepEvidence(Field field, Instant last, Map<Instant, Figures> days) {

    /** The day that is judged, and those it is compared with. */
    public static final int DAYS = 29;

    private static final double LOWER_QUARTILE = 25;
    private static final double MEDIAN = 50;
    private static final double UPPER_QUARTILE = 75;

    /** The steps, and whose each is in the first place. */
    private static final Map<Ratio, Department> STEPS = steps();

    private static Map<Ratio, Department> steps() {
        var steps = new LinkedHashMap<Ratio, Department>();
        steps.put(Ratio.ENTER, Department.CONTENT);
        steps.put(Ratio.PRODUCT_SHOW, Department.CONTENT);
        steps.put(Ratio.PRODUCT_CLICK, Department.CONTENT);
        steps.put(Ratio.ORDER, Department.GOODS);
        return steps;
    }

    /** {@link RuleKind#WEAK_STEP}. */
    public List<Finding> weakSteps(Judging judging) {
        return STEPS.keySet().stream()
                .flatMap(step -> weak(judging, step).stream())
                .toList();
    }

    private Optional<Finding> weak(Judging judging, Ratio step) {
        var now = fraction(days.get(last), step);
        var usual = days.entrySet().stream()
                .filter(day -> day.getKey().isBefore(last))
                .flatMap(day -> Stream.ofNullable(fraction(day.getValue(), step)))
                .mapToDouble(StepEvidence::rate)
                .toArray();
        if (now == null
                || now.denominator().doubleValue() < judging.threshold(RuleKind.LEAST_COUNT)
                || usual.length < judging.threshold(RuleKind.LEAST_DAYS)) {
            return Optional.empty();
        }
        double median = percentile(usual, MEDIAN);
        double drop = 1 - rate(now) / median;
        return median > 0 && drop > judging.threshold(RuleKind.DROP)
                ? Optional.of(finding(judging, step, now, usual, median, drop))
                : Optional.empty();
    }

    private Finding finding(Judging judging, Ratio step, Fraction now, double[] usual, double median, double drop) {
        var day = judging.lastDays(1);
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("day", day.from().toString());
        facts.put("rate", Judging.rate(rate(now)));
        facts.put("median", Judging.rate(median));
        facts.put("days", usual.length);
        return new Finding(
                field.word() + "/" + step.word(),
                department(step),
                Set.of(field),
                Map.of("field", field.word(), "step", step.word()),
                facts,
                judging.cockpit(department(step), judging.lastDays(DAYS)),
                lost(judging, now, usual, median),
                "",
                Judging.rate(drop));
    }

    private static Department department(Ratio step) {
        return STEPS.getOrDefault(step, Department.CONTENT);
    }

    private ExpectedMoney lost(Judging judging, Fraction now, double[] usual, double median) {
        double rate = rate(now);
        if (rate == 0) {
            return ExpectedMoney.unknown("nobody passed the step, so that nobody knows what one who passes brings");
        }
        double gmv = days.getOrDefault(last, Figures.NONE).gmv().doubleValue();
        return ExpectedMoney.between(
                judging.settings().currency(),
                gmv * (median / rate - 1),
                gmv * (percentile(usual, LOWER_QUARTILE) / rate - 1),
                gmv * (percentile(usual, UPPER_QUARTILE) / rate - 1));
    }

    private static @Nullable Fraction fraction(@Nullable Figures figures, Ratio step) {
        var fraction = figures == null ? null : figures.ratios().get(step);
        return fraction == null || fraction.denominator().equals(BigInteger.ZERO) ? null : fraction;
    }

    private static double rate(Fraction fraction) {
        return fraction.numerator().doubleValue() / fraction.denominator().doubleValue();
    }

    /** Between neighbours in proportion (Hyndman and Fan's seventh). */
    private static double percentile(double[] values, double which) {
        return new Percentile().withEstimationType(EstimationType.R_7).evaluate(values, which);
    }
}
