package io.factmatrix.ledger.domain.settlement;

import io.factmatrix.ledger.domain.event.Field;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a ledger tells the others, each in the order in which it came to be and without a gap. */
public enum Feed {
    /** Its paid events; its positions are watermarks. Followed by weaker fields, and by the ledger itself. */
    LINES,
    /** All paid events of the orders that it shares with another field. Followed by stronger fields. */
    SHARED,
    /** The earliest line that counts of each person. Followed by all. */
    FIRSTS;

    /** Those that a field follows of a source. */
    public static Set<Feed> followed(Field by, Field source) {
        int stronger = source.compareTo(by);
        return stronger == 0 ? EnumSet.of(LINES) : EnumSet.of(stronger > 0 ? LINES : SHARED, FIRSTS);
    }

    /** The feed of that word. */
    public static Feed of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The word the API and the store use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
