package io.factmatrix.ledger.domain.figures;

import java.nio.ByteBuffer;
import org.apache.datasketches.memory.Memory;
import org.apache.datasketches.tuple.DeserializeResult;
import org.apache.datasketches.tuple.SummarySetOperations;
import org.apache.datasketches.tuple.UpdatableSummary;

/** The first and the last day on which somebody paid; days since 1970 in one zone. Changed in place, as sketches want it. */
final class DaySpan implements UpdatableSummary<Long> {

    static final SummarySetOperations<DaySpan> OPERATIONS = new SummarySetOperations<>() {
        @Override
        public DaySpan union(DaySpan one, DaySpan other) {
            return new DaySpan(Math.min(one.first, other.first), Math.max(one.last, other.last));
        }

        @Override
        public DaySpan intersection(DaySpan one, DaySpan other) {
            return union(one, other);
        }
    };

    private long first;
    private long last;

    DaySpan() {
        this(Long.MAX_VALUE, Long.MIN_VALUE);
    }

    private DaySpan(long first, long last) {
        this.first = first;
        this.last = last;
    }

    @Override
    public DaySpan update(Long day) {
        first = Math.min(first, day);
        last = Math.max(last, day);
        return this;
    }

    boolean isLongerThanADay() {
        return first < last;
    }

    @Override
    public DaySpan copy() {
        return new DaySpan(first, last);
    }

    @Override
    public byte[] toByteArray() {
        return ByteBuffer.allocate(2 * Long.BYTES).putLong(first).putLong(last).array();
    }

    static DeserializeResult<DaySpan> read(Memory memory) {
        var bytes = new byte[2 * Long.BYTES];
        memory.getByteArray(0, bytes, 0, bytes.length);
        var days = ByteBuffer.wrap(bytes);
        return new DeserializeResult<>(new DaySpan(days.getLong(), days.getLong()), bytes.length);
    }
}
