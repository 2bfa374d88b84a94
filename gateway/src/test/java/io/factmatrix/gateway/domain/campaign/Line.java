package io.factmatrix.gateway.domain.campaign;

import io.factmatrix.gateway.domain.Section;
import io.factmatrix.gateway.domain.Sections;
import io.factmatrix.gateway.testing.StubService;
import io.factmatrix.ledger.domain.Position;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.rollup.QuarterHour;
import io.factmatrix.ledger.domain.selection.FieldSales;
import io.factmatrix.ledger.domain.selection.PieceSales;
import io.factmatrix.ledger.domain.selection.SelectedTime;
import io.factmatrix.ledger.domain.selection.Selection;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A line that was paid, or what was refunded of one.
 *
 * @param paid in minor units
 * @param refunded then
 * @param refundedOfPeriod of what was paid then
 */
record Line(
        Field field, String product, String touchpoint, Instant at, long paid, long refunded, long refundedOfPeriod) {

    static Line paid(Field field, String product, String touchpoint, String at, long fen) {
        return new Line(field, product, touchpoint, Instant.parse(at), fen, 0, 0);
    }

    /** What ledgers with these lines answer; those services that are named do not. */
    static Sections<FieldSales> answers(CampaignQuestion question, List<Line> lines, Field... away) {
        var sections = new EnumMap<Field, Section<FieldSales>>(Field.class);
        for (var field : Field.values()) {
            sections.put(
                    field,
                    Arrays.asList(away).contains(field)
                            ? new Section.Missing<>(field.word() + " timed out")
                            : new Section.Fresh<>(answer(question, field, lines)));
        }
        return new Sections<>(question.question(), sections);
    }

    private static FieldSales answer(CampaignQuestion question, Field field, List<Line> lines) {
        var own = lines.stream().filter(line -> line.field == field).toList();
        var begun = own.stream().map(line -> QuarterHour.of(line.at).start()).min(Instant::compareTo);
        var sales = question.of(field).times().stream()
                .map(time -> pieces(time, own))
                .toList();
        var standing = StubService.settled(new Position(own.size(), Instant.EPOCH, 0));
        return new FieldSales(field, standing, begun.orElse(null), sales);
    }

    private static List<PieceSales> pieces(SelectedTime time, List<Line> lines) {
        var starts = new TreeMap<Long, PieceSales>();
        time.starts().forEach(start -> starts.put(start, piece(start, 0, 0, 0)));
        var pieces = new TreeMap<Long, PieceSales>();
        var selected = new Selected(time.selection());
        for (var line : lines) {
            long quarter = QuarterHour.of(line.at).number();
            if (selected.has(line) && quarter >= starts.firstKey() && quarter < time.end()) {
                long start = starts.floorKey(quarter);
                pieces.merge(start, piece(start, line.paid, line.refunded, line.refundedOfPeriod), Line::plus);
            }
        }
        return List.copyOf(pieces.values());
    }

    private static PieceSales piece(long start, long paid, long refunded, long refundedOfPeriod) {
        return new PieceSales(
                start,
                BigInteger.valueOf(paid),
                BigInteger.valueOf(refunded),
                BigInteger.valueOf(refundedOfPeriod),
                BigInteger.ZERO);
    }

    private static PieceSales plus(PieceSales one, PieceSales other) {
        return new PieceSales(
                one.start(),
                one.gmv().add(other.gmv()),
                one.refunds().add(other.refunds()),
                one.refundsOfPeriod().add(other.refundsOfPeriod()),
                BigInteger.ZERO);
    }

    /** All lines are of the shop {@code main}. */
    private record Selected(Map<String, Set<String>> by) {

        Selected(Selection selection) {
            this(Map.of(
                    "product", Set.copyOf(selection.products()),
                    "touchpoint", Set.copyOf(selection.touchpoints()),
                    "shop", Set.copyOf(selection.shops())));
        }

        boolean has(Line line) {
            return has("product", line.product) && has("touchpoint", line.touchpoint) && has("shop", "main");
        }

        private boolean has(String by, String name) {
            var names = this.by.getOrDefault(by, Set.of());
            return names.isEmpty() || names.contains(name);
        }
    }
}
