package io.factmatrix.gateway.domain.lens;

import io.factmatrix.gateway.domain.MetricNames;
import io.factmatrix.gateway.domain.department.Indicator;
import io.factmatrix.ledger.domain.event.Field;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names of what a lens can show: each figure of a view, such as {@code gpm.view}; each indicator of a department, such as {@code paidShare}; each stage of an audience, such as
 * {@code audience.aware}; of all fields together or, behind its name, of one: {@code creator.gmv}.
 */
public final class FigureNames {

    private static final String AUDIENCE = "audience.";
    private static final List<String> STAGES = List.of("aware", "interested", "purchased", "loyal");

    /** What adds up, and so can be divided: a rate of traffic is taken over the touchpoints that are known on both sides, and such are the view's own alone. */
    private static final Set<String> SUMS = sums();

    private static final Set<String> FIGURES = figures();

    private FigureNames() {}

    private static Set<String> sums() {
        var sums = new HashSet<>(Set.of(
                "gmv",
                "refunds",
                "netGmv",
                "refundsOfPeriod",
                "netGmvOfPeriod",
                "cost",
                "orders",
                "units",
                "buyers",
                "newBuyers"));
        MetricNames.everything().figures().stream()
                .filter(name -> name.startsWith("costByCategory.") || name.startsWith("tickets."))
                .forEach(sums::add);
        STAGES.forEach(stage -> sums.add(AUDIENCE + stage));
        return sums;
    }

    private static Set<String> figures() {
        var figures = new HashSet<>(sums());
        figures.addAll(MetricNames.everything().figures());
        Arrays.stream(Indicator.values()).map(Indicator::word).forEach(figures::add);
        return figures;
    }

    /** Whether there is such a figure. */
    public static boolean isFigure(String name) {
        return FIGURES.contains(Named.of(name).figure());
    }

    /** Whether it is one that can be divided, or divided by. */
    public static boolean isSum(String name) {
        return SUMS.contains(Named.of(name).figure());
    }

    /** What can be divided, in words. */
    public static String sumsInWords() {
        return SUMS.stream().sorted().collect(Collectors.joining(", "));
    }

    /**
     * A name, taken apart.
     *
     * @param of a field's word, or {@code total}
     */
    record Named(String of, String figure) {

        static Named of(String name) {
            int dot = name.indexOf('.');
            var first = dot < 0 ? "" : name.substring(0, dot);
            return Field.of(first).isPresent() ? new Named(first, name.substring(dot + 1)) : new Named("total", name);
        }

        boolean isOfPeople() {
            return figure.startsWith(AUDIENCE);
        }

        /** The stage of those people. */
        String stage() {
            return figure.substring(AUDIENCE.length());
        }
    }
}
