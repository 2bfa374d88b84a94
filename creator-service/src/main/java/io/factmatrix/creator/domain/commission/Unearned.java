package io.factmatrix.creator.domain.commission;

import io.factmatrix.kit.json.Word;

/** Why a paid line earns nobody a commission. */
public enum Unearned implements Word {
    /** Its touchpoint is the content of no participation. */
    UNLINKED,
    /** The collaboration is a draft, or was cancelled. */
    NOT_BINDING,
    /** It was paid before the collaboration's window, or after it. */
    OUTSIDE_WINDOW,
    OTHER_PRODUCT,
    OTHER_CURRENCY
}
