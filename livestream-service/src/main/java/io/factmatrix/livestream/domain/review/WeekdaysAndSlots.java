package io.factmatrix.livestream.domain.review;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * What weekday and slot of the day make of a value: the least squares fit of value = level + effect of the weekday + effect of the slot.
 * Effects are centred: those of the weekdays that occur add up to 0, and so do those of the slots (deviation coding).
 *
 * <p>Solved by the singular value decomposition of Apache Commons Math, which tells the rank too: where weekdays and slots occur only
 * together, the fitted values are still unique, and the effects are not.
 */
final class WeekdaysAndSlots {

    private final List<DayOfWeek> weekdays;
    private final List<Slot> slots;
    private final int columns;
    private final int rank;
    private final RealVector solution;
    private final double residualSquares;
    private final int observations;

    /** Values, each at that weekday and slot. */
    WeekdaysAndSlots(double[] values, List<DayOfWeek> weekdays, List<Slot> slots) {
        this.weekdays = levels(weekdays);
        this.slots = levels(slots);
        this.columns = this.weekdays.size() + this.slots.size() - 1;
        this.observations = values.length;
        var design = new Array2DRowRealMatrix(observations, columns);
        for (int row = 0; row < observations; row++) {
            design.setRow(row, row(weekdays.get(row), slots.get(row)));
        }
        var decomposition = new SingularValueDecomposition(design);
        this.rank = decomposition.getRank();
        var observed = new ArrayRealVector(values, false);
        this.solution = decomposition.getSolver().solve(observed);
        var residuals = observed.subtract(design.operate(solution));
        this.residualSquares = residuals.dotProduct(residuals);
    }

    private static <L extends Comparable<L>> List<L> levels(List<L> occurring) {
        return occurring.stream().distinct().sorted(Comparator.naturalOrder()).toList();
    }

    private double[] row(DayOfWeek weekday, Slot slot) {
        return DoubleStream.concat(
                        DoubleStream.of(1),
                        DoubleStream.concat(Arrays.stream(coded(weekdays, weekday)), Arrays.stream(coded(slots, slot))))
                .toArray();
    }

    /** One column a level but for the last one, which is the negative of all others. */
    private static <L> double[] coded(List<L> levels, L level) {
        var coded = new double[levels.size() - 1];
        int place = levels.indexOf(level);
        if (place < coded.length) {
            coded[place] = 1;
        } else {
            Arrays.fill(coded, -1);
        }
        return coded;
    }

    /** What the observations leave free: their number less the rank. */
    int freedom() {
        return observations - rank;
    }

    /** The standard deviation of what neither weekday nor slot explains, with {@link #freedom} in its denominator. */
    double residualDeviation() {
        return Math.sqrt(residualSquares / freedom());
    }

    /** Whether the effects are told apart by the observations. */
    boolean isTold() {
        return rank == columns;
    }

    Map<DayOfWeek, Double> ofWeekdays() {
        return effects(DayOfWeek.class, weekdays, 1);
    }

    Map<Slot, Double> ofSlots() {
        return effects(Slot.class, slots, weekdays.size());
    }

    private <L extends Enum<L>> Map<L, Double> effects(Class<L> type, List<L> levels, int from) {
        var effects = new EnumMap<L, Double>(type);
        double rest = 0;
        for (int place = 0; place < levels.size() - 1; place++) {
            double effect = solution.getEntry(from + place);
            effects.put(levels.get(place), effect);
            rest -= effect;
        }
        effects.put(levels.get(levels.size() - 1), rest);
        return effects;
    }
}
