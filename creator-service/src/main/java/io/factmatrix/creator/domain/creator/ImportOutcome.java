package io.factmatrix.creator.domain.creator;

import io.factmatrix.kit.json.Word;

/** What became of a line of an import. */
public enum ImportOutcome implements Word {
    CREATED,
    CHANGED,
    UNCHANGED,
    REJECTED
}
