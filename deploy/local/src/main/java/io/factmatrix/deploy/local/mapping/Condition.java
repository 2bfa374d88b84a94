package io.factmatrix.deploy.local.mapping;

import io.factmatrix.deploy.local.mapping.value.Cells;
import io.factmatrix.deploy.local.mapping.value.Unread;
import io.factmatrix.deploy.local.mapping.yaml.Part;
import io.factmatrix.deploy.local.mapping.yaml.Section;
import io.factmatrix.deploy.local.table.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What must be true of a row: all of the columns of a map; one of the maps of a list. */
interface Condition {

    Condition ALWAYS = row -> true;

    boolean holds(Row row) throws Unread;

    static Condition of(Part part, Cells cells) {
        var any = part.list().stream().map(each -> all(each, cells)).toList();
        return row -> {
            for (var condition : any) {
                if (condition.holds(row)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static Condition all(Part part, Cells cells) {
        var all = new ArrayList<Condition>();
        part.section().takeAll().forEach((column, test) -> all.add(test(cells.column(test, column), test, cells)));
        if (all.isEmpty()) {
            throw part.refused("nothing", "a column and what it must be");
        }
        return allOf(all);
    }

    private static Condition test(int column, Part test, Cells cells) {
        if (!test.isSection()) {
            var values = new HashSet<>(test.texts());
            return row -> values.contains(cells.text(row, column));
        }
        var section = test.section();
        var all = new ArrayList<Condition>();
        section.take("is").ifPresent(part -> all.add(test(column, part, cells)));
        section.take("not").map(part -> test(column, part, cells)).ifPresent(part -> all.add(row -> !part.holds(row)));
        matches(section)
                .ifPresent(pattern ->
                        all.add(row -> pattern.matcher(cells.text(row, column)).matches()));
        section.take("unknown")
                .map(Part::flag)
                .ifPresent(asked -> all.add(row -> cells.isUnknown(row, column) == asked));
        above(section, column, cells).ifPresent(all::add);
        section.nothingLeft();
        if (all.isEmpty()) {
            throw test.refused("nothing", "one of is, not, matches, unknown, above, below");
        }
        return allOf(all);
    }

    private static Optional<Pattern> matches(Section section) {
        return section.take("matches").map(part -> {
            try {
                return Pattern.compile(part.text(), Pattern.UNICODE_CHARACTER_CLASS);
            } catch (PatternSyntaxException e) {
                throw part.refused(part.text(), "a regular expression: " + e.getDescription());
            }
        });
    }

    private static Optional<Condition> above(Section section, int column, Cells cells) {
        var above = section.take("above").map(Condition::bound);
        var below = section.take("below").map(Condition::bound);
        if (above.isEmpty() && below.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(row -> {
            var number = cells.number(row, column);
            return number != null
                    && above.map(bound -> number.compareTo(bound) > 0).orElse(true)
                    && below.map(bound -> number.compareTo(bound) < 0).orElse(true);
        });
    }

    private static BigDecimal bound(Part part) {
        return part.word(
                text -> text.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?")
                        ? Optional.of(new BigDecimal(text))
                        : Optional.empty(),
                "a number such as 0 or -1.5");
    }

    private static Condition allOf(List<Condition> all) {
        return row -> {
            for (var condition : all) {
                if (!condition.holds(row)) {
                    return false;
                }
            }
            return true;
        };
    }
}
