package io.factmatrix.gateway.domain.recommendation;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;

/** The shapes that a curve may have, and how likely each is before anything is seen. */
final class Family {

    /** Of the mean cost; near enough that noise of some hundredths does not tell one from the next. */
    private static final double[] SCALES = {.05, .08, .13, .2, .32, .5, .8, 1.25, 2, 3.2, 5, 8, 13};

    private static final double[] FALLS = {.5, 1, 2, 4, 16};

    private static final double[] CARRIED = {0, .1, .2, .3, .4, .5, .6, .7};

    /** Of the logarithm of the scale to the mean cost. */
    private static final double SCALE_SPREAD = 1.5;

    private final double meanCost;

    Family(Observations days) {
        this.meanCost = days.meanCost();
    }

    List<Shape> all() {
        return DoubleStream.of(FALLS).boxed().flatMap(fall -> of(fall).stream()).toList();
    }

    List<Shape> logarithms() {
        return of(1);
    }

    private List<Shape> of(double fall) {
        return DoubleStream.of(CARRIED)
                .boxed()
                .flatMap(carried -> each(SCALES, step -> new Shape(step * meanCost, fall, carried)).stream())
                .toList();
    }

    /** Costs as they act, each another share of which is carried over. */
    static List<double[]> acting(Observations days) {
        return each(CARRIED, carried -> Shape.acting(days, carried));
    }

    private static <T> List<T> each(double[] of, DoubleFunction<T> made) {
        return DoubleStream.of(of).mapToObj(made).toList();
    }

    /** The logarithm of how likely a shape is: a scale near the mean cost most, and that nothing is carried over as much as that anything is. */
    double likelihood(Shape shape) {
        double far = Math.log(shape.scale() / meanCost) / SCALE_SPREAD;
        return -far * far / 2 - (shape.carried() > 0 ? Math.log(CARRIED.length - 1) : 0);
    }
}
