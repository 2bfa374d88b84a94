package io.factmatrix.creator.domain.settlement;

import io.factmatrix.kit.json.Word;

/** What an entry of a statement is. */
public enum EntryKind implements Word {
    /** A line of the month. */
    LINE,
    /** What changed of a line of an earlier month, or was stated before for a line of this one. */
    ADJUSTMENT,
    /** The fixed fee of a participation. */
    FEE
}
