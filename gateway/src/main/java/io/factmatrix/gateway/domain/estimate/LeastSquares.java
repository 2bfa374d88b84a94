package io.factmatrix.gateway.domain.estimate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;

/**
 * Linear least squares in which some coefficients may not be negative: of those that would be, the most negative is left out, until none is.
 */
public final class LeastSquares {

    /** 0 where left out. */
    private final double[] coefficients;

    /** The sum of squared residuals. */
    private final double squares;

    LeastSquares(double[] coefficients, double squares) {
        this.coefficients = coefficients;
        this.squares = squares;
    }

    public double[] coefficients() {
        return coefficients;
    }

    public double squares() {
        return squares;
    }

    private static final double SINGULAR = 1e-10;

    /**
     * @param columns each as long as {@code target}
     * @param signed which coefficients may be negative
     */
    public static LeastSquares of(double[][] columns, double[] target, boolean[] signed) {
        var scales = new double[columns.length];
        Arrays.setAll(scales, column -> length(columns[column]));
        var kept = IntStream.range(0, columns.length)
                .filter(column -> scales[column] > 0)
                .toArray();
        while (kept.length > 0) {
            var solution = solution(columns, target, kept, scales);
            int worst = worst(solution, kept, signed);
            if (worst < 0) {
                return fitted(columns, target, kept, scales, solution);
            }
            int out = kept[worst];
            kept = Arrays.stream(kept).filter(column -> column != out).toArray();
        }
        return fitted(columns, target, kept, scales, new double[0]);
    }

    private static double length(double[] column) {
        double squares = 0;
        for (double of : column) {
            squares += of * of;
        }
        return Math.sqrt(squares);
    }

    /** Columns are of most different sizes, impressions and shares of them, and so are made alike. */
    private static double[] solution(double[][] columns, double[] target, int[] kept, double[] scales) {
        var matrix = new Array2DRowRealMatrix(target.length, kept.length);
        var scaled = matrix.getDataRef();
        for (int row = 0; row < target.length; row++) {
            for (int at = 0; at < kept.length; at++) {
                scaled[row][at] = columns[kept[at]][row] / scales[kept[at]];
            }
        }
        try {
            return new QRDecomposition(matrix, SINGULAR)
                    .getSolver()
                    .solve(new ArrayRealVector(target, false))
                    .toArray();
        } catch (MathIllegalArgumentException singular) {
            // Two columns say the same: without the last, whatever its sign.
            var without = new double[kept.length];
            without[kept.length - 1] = Double.NEGATIVE_INFINITY;
            return without;
        }
    }

    private static int worst(double[] solution, int[] kept, boolean[] signed) {
        int worst = -1;
        for (int at = 0; at < solution.length; at++) {
            boolean outside = (!signed[kept[at]] && solution[at] < 0) || Double.isInfinite(solution[at]);
            if (outside && (worst < 0 || solution[at] < solution[worst])) {
                worst = at;
            }
        }
        return worst;
    }

    private static LeastSquares fitted(
            double[][] columns, double[] target, int[] kept, double[] scales, double[] solution) {
        var coefficients = new double[columns.length];
        var residuals = target.clone();
        for (int at = 0; at < kept.length; at++) {
            double coefficient = solution[at] / scales[kept[at]];
            coefficients[kept[at]] = coefficient;
            for (int row = 0; row < residuals.length; row++) {
                residuals[row] -= coefficient * columns[kept[at]][row];
            }
        }
        double length = length(residuals);
        return new LeastSquares(coefficients, length * length);
    }
}
