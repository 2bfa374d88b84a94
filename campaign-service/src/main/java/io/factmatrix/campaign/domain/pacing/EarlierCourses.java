package io.factmatrix.campaign.domain.pacing;

import io.factmatrix.campaign.domain.pacing.Projection.Basis;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * How earlier campaigns went on from where this one stands: after the same share of the same phase. Each tells by which factor it grew until its end; the logarithms of k factors have the mean r̄ and the
 * deviation s, and this one's lies, at 95 %, in r̄ ± t(k − 1) · s · √(1 + 1/k).
 */
public record EarlierCourses(List<EarlierCourse> courses) {

    /** Two may be alike by chance. */
    private static final int LEAST = 3;

    /**
     * An earlier one.
     *
     * @param part what it had sold there
     * @param whole what it had sold in the end
     */
    public record EarlierCourse(Sold part, Sold whole) {}

    /** Whether there are enough of them. */
    boolean isKnown(Function<Sold, BigInteger> measure) {
        return growth(measure).getN() >= LEAST;
    }

    private SummaryStatistics growth(Function<Sold, BigInteger> measure) {
        var growth = new SummaryStatistics();
        courses.stream()
                .filter(course -> measure.apply(course.part()).signum() > 0)
                .forEach(course ->
                        growth.addValue(Math.log(measure.apply(course.whole()).doubleValue()
                                / measure.apply(course.part()).doubleValue())));
        return growth;
    }

    /** What this one comes to. To be asked when they are known. */
    Projection project(BigInteger actual, Function<Sold, BigInteger> measure) {
        if (actual.signum() == 0) {
            return Projection.unknown("nothing was sold in it");
        }
        var growth = growth(measure);
        int number = (int) growth.getN();
        double middle = Math.log(actual.doubleValue()) + growth.getMean();
        double width = Projection.student(number - 1) * growth.getStandardDeviation() * Math.sqrt(1 + 1.0 / number);
        return Projection.estimated(
                actual, Math.exp(middle), Math.exp(middle - width), Math.exp(middle + width), Basis.EARLIER_CAMPAIGNS);
    }
}
