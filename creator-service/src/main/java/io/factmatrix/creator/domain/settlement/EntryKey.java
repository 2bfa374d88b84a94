package io.factmatrix.creator.domain.settlement;

import io.factmatrix.creator.domain.collaboration.ParticipationId;
import io.factmatrix.ledger.domain.touchpoint.CountedLine;
import java.util.Comparator;

/**
 * What an entry is about: an order line, whatever event pays it, or a fixed fee, which has neither order nor shop.
 *
 * @param line of a fee its participation
 */
public record EntryKey(String order, String shop, String line) implements Comparable<EntryKey> {

    private static final Comparator<EntryKey> ORDER =
            Comparator.comparing(EntryKey::order).thenComparing(EntryKey::shop).thenComparing(EntryKey::line);

    static EntryKey of(CountedLine line) {
        return new EntryKey(line.order(), line.shop(), line.line());
    }

    static EntryKey fee(ParticipationId participation) {
        return new EntryKey("", "", participation.value());
    }

    /** All of it is ASCII, so that this is the order of its bytes. */
    @Override
    public int compareTo(EntryKey other) {
        return ORDER.compare(this, other);
    }
}
