package io.factmatrix.gateway.domain;

import io.factmatrix.ledger.domain.event.Content;
import io.factmatrix.ledger.domain.figures.Figures;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Some of a view's metrics, by name: {@code gmv}; a group of them, {@code gpm}; or one of a group, {@code gpm.view}. */
public record MetricNames(Set<String> names) {

    /** Every name there is, in the order of the view. */
    public static final Set<String> ALL = all();

    /** Read one by one from what was paid, and so only when they are asked for. */
    private static final Set<String> OF_PEOPLE = Set.of("buyers", "newBuyers", "newBuyerShare");

    private static final List<String> FIGURES = ALL.stream()
            .filter(name -> ALL.stream().noneMatch(other -> other.startsWith(name + ".")))
            .flatMap(name -> name.equals("costByCategory")
                    ? Content.Cost.CATEGORIES.stream().map(category -> name + "." + category)
                    : Stream.of(name))
            .toList();

    private static Set<String> all() {
        var names = new LinkedHashSet<String>();
        Metrics.ofField(Figures.NONE, Currency.getInstance("CNY")).forEach((name, value) -> {
            names.add(name);
            if (value instanceof Map<?, ?> group) {
                group.keySet().forEach(member -> names.add(name + "." + member));
            }
        });
        return names;
    }

    /** All metrics of a view. */
    public static MetricNames everything() {
        return new MetricNames(ALL);
    }

    public static MetricNames of(Collection<String> names) {
        return new MetricNames(Set.copyOf(names));
    }

    /**
     * Each figure by itself, in the order of the view: a group is all that it has, costs by category are those of all categories.
     */
    public List<String> figures() {
        return FIGURES.stream().filter(this::contain).toList();
    }

    private boolean contain(String figure) {
        return names.contains(figure) || names.contains(figure.replaceFirst("\\..*", ""));
    }

    boolean ofPeople() {
        return names.stream().anyMatch(name -> OF_PEOPLE.contains(name.replaceFirst("\\..*", "")));
    }

    /** Those of them, in the order and the form of the view. */
    public Map<String, @Nullable Object> of(Map<String, @Nullable Object> metrics) {
        var chosen = new Members();
        metrics.forEach((name, value) -> {
            if (names.contains(name)) {
                chosen.add(name, value);
            } else if (value instanceof Map<?, ?> group) {
                var members = new Members();
                group.forEach((member, figure) -> {
                    if (names.contains(name + "." + member)) {
                        members.add(String.valueOf(member), figure);
                    }
                });
                if (!members.object().isEmpty()) {
                    chosen.add(name, members.object());
                }
            }
        });
        return chosen.object();
    }
}
