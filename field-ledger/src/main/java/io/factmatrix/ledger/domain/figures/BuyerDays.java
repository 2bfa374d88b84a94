package io.factmatrix.ledger.domain.figures;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.apache.datasketches.memory.Memory;
import org.apache.datasketches.tuple.CompactSketch;
import org.apache.datasketches.tuple.Sketch;
import org.apache.datasketches.tuple.Sketches;
import org.apache.datasketches.tuple.Union;
import org.apache.datasketches.tuple.UpdatableSketch;
import org.apache.datasketches.tuple.UpdatableSketchBuilder;

/**
 * On which days people paid, of so many of them as an {@link AudienceSketch} holds, so that it can be seen who came back though
 * each time in another field: a Tuple sketch of Apache DataSketches, with the first and the last day of each.
 *
 * @see <a href="https://datasketches.apache.org/docs/Tuple/TupleOverview.html">Tuple Sketch</a>
 */
public final class BuyerDays {

    private final Sketch<DaySpan> days;

    private BuyerDays(Sketch<DaySpan> days) {
        this.days = days;
    }

    /** People, one after the other. */
    public static final class Gathering {

        private final UpdatableSketch<Long, DaySpan> days = new UpdatableSketchBuilder<Long, DaySpan>(DaySpan::new)
                .setNominalEntries(AudienceSketch.NOMINAL)
                .build();

        /** Somebody paid on these days, and perhaps between them; as days since 1970 in one zone. */
        public void add(String audience, long first, long last) {
            days.update(audience, first);
            if (last != first) {
                days.update(audience, last);
            }
        }

        /** Those gathered so far. */
        public BuyerDays days() {
            days.trim();
            return new BuyerDays(days.compact());
        }
    }

    /**
     * What {@link #bytes} has written.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static BuyerDays of(byte[] bytes) {
        try {
            return new BuyerDays(Sketches.heapifySketch(Memory.wrap(bytes), DaySpan::read));
        } catch (RuntimeException | AssertionError corrupt) {
            throw new IllegalArgumentException(
                    "days: %d bytes (expected: a compact Tuple sketch)".formatted(bytes.length), corrupt);
        }
    }

    /** The sketch in the form of DataSketches; JSON has it in Base64. */
    @JsonValue
    public byte[] bytes() {
        return days.compact().toByteArray();
    }

    /** The days of both. */
    public BuyerDays union(BuyerDays other) {
        var union = new Union<>(AudienceSketch.NOMINAL, DaySpan.OPERATIONS);
        union.union(days);
        union.union(other.days);
        CompactSketch<DaySpan> both = union.getResult();
        return new BuyerDays(both);
    }

    /** How many paid on two or more different days. */
    public People loyal() {
        int held = 0;
        for (var person = days.iterator(); person.next(); ) {
            if (person.getSummary().isLongerThanADay()) {
                held++;
            }
        }
        return AudienceSketch.estimated(
                days.getEstimate(held),
                days.getLowerBound(AudienceSketch.TWO_STANDARD_DEVIATIONS, held),
                days.getUpperBound(AudienceSketch.TWO_STANDARD_DEVIATIONS, held),
                !days.isEstimationMode());
    }

    @Override
    public String toString() {
        return "days of " + days.getRetainedEntries();
    }
}
