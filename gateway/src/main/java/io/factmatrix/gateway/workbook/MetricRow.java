package io.factmatrix.gateway.workbook;

import io.factmatrix.gateway.domain.definition.Definition;
import io.factmatrix.gateway.domain.definition.Definition.Text;
import io.factmatrix.gateway.domain.definition.Definition.Unit;
import io.factmatrix.gateway.domain.definition.Definitions;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;

/**
 * A line of figures.
 *
 * @param member where it stands under {@code metrics}
 * @param addsUp whether a member that is not there is nothing of a sum that is: a category without costs
 */
record MetricRow(String member, Text name, Unit unit, boolean addsUp) {

    private static final String CATEGORIES = "costByCategory";
    private static final String COVERAGE = "coverage";

    static List<MetricRow> all(Columns columns) {
        return Definitions.ALL.stream()
                .flatMap(definition -> rows(definition, columns))
                .toList();
    }

    JsonPointer pointer() {
        return JsonPointer.compile("/" + member.replace('.', '/'));
    }

    private static Stream<MetricRow> rows(Definition definition, Columns columns) {
        var member = definition.member();
        if (member.equals(CATEGORIES)) {
            return columns.membersOf(CATEGORIES)
                    .sorted()
                    .map(category -> ofMember(
                            definition,
                            category,
                            Definitions.COST_CATEGORIES.getOrDefault(category, new Text(category, category)),
                            true));
        }
        if (member.equals(COVERAGE)) {
            return columns.membersOf(COVERAGE).map(counter -> ofMember(definition, counter, name(counter), false));
        }
        if (definition.unit() == Unit.PEOPLE) {
            return Stream.of(
                    new MetricRow(member + ".value", definition.name(), Unit.PEOPLE, false),
                    ofMember(definition, "lower", new Text("at least", "下界"), false),
                    ofMember(definition, "upper", new Text("at most", "上界"), false),
                    ofMember(definition, "exact", new Text("exact", "精确"), false));
        }
        return Stream.of(new MetricRow(member, definition.name(), definition.unit(), false));
    }

    private static MetricRow ofMember(Definition of, String member, Text name, boolean addsUp) {
        return new MetricRow(
                of.member() + "." + member,
                new Text(of.name().english() + ": " + name.english(), of.name().chinese() + "：" + name.chinese()),
                of.unit(),
                addsUp);
    }

    private static Text name(String member) {
        return Definitions.ALL.stream()
                .filter(definition -> definition.member().equals(member))
                .findFirst()
                .map(Definition::name)
                .orElseGet(() -> new Text(member, member));
    }
}
