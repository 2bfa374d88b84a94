package io.factmatrix.deploy.bench.recommendation;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is planted alike.
 *
 * @param carried share of what acts on a day that acts on the next one, too
 */
record Kind(Shape shape, double carried) {

    private static final List<Kind> CARRIED =
            List.of(new Kind(Shape.LOGARITHM, 0.3), new Kind(Shape.LOGARITHM, 0.5), new Kind(Shape.SATURATING, 0.5));

    static List<Kind> all() {
        return Stream.concat(Stream.of(Shape.values()).map(shape -> new Kind(shape, 0)), CARRIED.stream())
                .toList();
    }

    /** Whether money can be moved by it: a straight line is best at a limit, and none is best nowhere. */
    boolean isDiminishing() {
        return shape != Shape.STRAIGHT && shape != Shape.NONE;
    }

    String told() {
        return carried > 0 ? "%s, %s carried over".formatted(shape.formula(), carried) : shape.formula();
    }
}
