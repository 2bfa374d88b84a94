package io.factmatrix.ledger.domain.figures;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.datasketches.memory.Memory;
import org.apache.datasketches.theta.CompactSketch;
import org.apache.datasketches.theta.SetOperation;
import org.apache.datasketches.theta.Sketch;
import org.apache.datasketches.theta.UpdateSketch;
import org.jspecify.annotations.Nullable;

/**
 * A set of people in at most 32 KiB, from which unions are made: a Theta sketch of Apache DataSketches. It holds the {@value #NOMINAL}
 * smallest hashes of the set and the next one, theta, as a threshold. A set of no more people than that is held whole, and its size is
 * exact; of a greater one the size is estimated, with a relative standard error of 1 / sqrt({@value #NOMINAL} - 1), 1.6%.
 *
 * <p>Its state depends on the set alone, not on order, repetition or the way by which unions were made: equal sets are equal
 * bytes. It lives on the heap.
 *
 * @see <a href="https://datasketches.apache.org/docs/Theta/ThetaSketchFramework.html">Theta Sketch Framework</a>
 */
public final class AudienceSketch {

    /** Hashes held at most, and the greatest set whose size is exact. */
    public static final int NOMINAL = 4096;

    /** Nobody. */
    public static final AudienceSketch NONE = new Gathering().sketch();

    static final int TWO_STANDARD_DEVIATIONS = 2;

    /** Where the first byte says how many eight bytes the header has. */
    private static final int HEADER_LONGS = 0x3f;

    /** The set is the union of them; made when it is looked at, for all at once costs a third of one after the other. */
    private final List<CompactSketch> parts;

    private AudienceSketch(List<CompactSketch> parts) {
        this.parts = parts;
    }

    /** People, one after the other, any of them more than once. */
    public static final class Gathering {

        private final UpdateSketch hashes =
                UpdateSketch.builder().setNominalEntries(NOMINAL).build();

        /**
         * @param audience not empty
         */
        public void add(String audience) {
            hashes.update(audience);
        }

        /** Those gathered so far. */
        public AudienceSketch sketch() {
            // Until it is trimmed, it holds more than the nominal number, and how many depends on the order in which
            // they came.
            return new AudienceSketch(List.of(hashes.rebuild().compact(true, null)));
        }
    }

    /**
     * What {@link #bytes} has written.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AudienceSketch of(byte[] bytes) {
        try {
            if (isWhole(bytes)) {
                return new AudienceSketch(List.of(CompactSketch.heapify(Memory.wrap(bytes))));
            }
        } catch (RuntimeException corrupt) {
            throw notASketch(bytes, corrupt);
        }
        throw notASketch(bytes, null);
    }

    /** As long as its header says. DataSketches takes the header's word for it, reads behind the end, and makes room for what is not there. */
    private static boolean isWhole(byte[] bytes) {
        if (bytes.length < Long.BYTES || bytes.length < Long.BYTES * (bytes[0] & HEADER_LONGS)) {
            return false;
        }
        var sketch = CompactSketch.wrap(Memory.wrap(bytes));
        return sketch.isOrdered()
                && sketch.getRetainedEntries(true) <= NOMINAL
                && sketch.getCurrentBytes() == bytes.length;
    }

    private static IllegalArgumentException notASketch(byte[] bytes, @Nullable RuntimeException cause) {
        return new IllegalArgumentException(
                "sketch: %d bytes (expected: an ordered compact Theta sketch of at most %d entries)"
                        .formatted(bytes.length, NOMINAL),
                cause);
    }

    /** The sketch in the form of DataSketches, compact and ordered; JSON has it in Base64. */
    @JsonValue
    public byte[] bytes() {
        return united(true).toByteArray();
    }

    /** The people of both. */
    public AudienceSketch union(AudienceSketch other) {
        return new AudienceSketch(
                Stream.concat(parts.stream(), other.parts.stream()).toList());
    }

    /** The people who are in both: of those that are held, hence fewer than {@link #NOMINAL}, and of whom more is estimated. */
    public AudienceSketch intersection(AudienceSketch other) {
        var intersection = SetOperation.builder().buildIntersection();
        return one(intersection.intersect(united(false), other.united(false)));
    }

    /** The people who are not in the other. */
    public AudienceSketch without(AudienceSketch other) {
        return one(SetOperation.builder().buildANotB().aNotB(united(false), other.united(false)));
    }

    private static AudienceSketch one(Sketch sketch) {
        return new AudienceSketch(List.of(sketch.compact(true, null)));
    }

    /** How many they are, with bounds of two standard deviations (95%) rounded outwards. */
    public People people() {
        var sketch = united(false);
        return estimated(
                sketch.getEstimate(),
                sketch.getLowerBound(TWO_STANDARD_DEVIATIONS),
                sketch.getUpperBound(TWO_STANDARD_DEVIATIONS),
                !sketch.isEstimationMode());
    }

    /** Bounds are rounded outwards. */
    static People estimated(double value, double lower, double upper, boolean exact) {
        return new People(
                whole(value, RoundingMode.HALF_UP),
                whole(lower, RoundingMode.FLOOR),
                whole(upper, RoundingMode.CEILING),
                exact);
    }

    private CompactSketch united(boolean ordered) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        var union = SetOperation.builder().setNominalEntries(NOMINAL).buildUnion();
        parts.forEach(union::union);
        return union.getResult(ordered, null);
    }

    private static BigInteger whole(double people, RoundingMode rounding) {
        return BigDecimal.valueOf(people).setScale(0, rounding).toBigIntegerExact();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AudienceSketch sketch && Arrays.equals(bytes(), sketch.bytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes());
    }

    @Override
    public String toString() {
        return "sketch of " + people();
    }
}
