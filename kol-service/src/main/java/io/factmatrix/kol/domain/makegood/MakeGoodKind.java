package io.factmatrix.kol.domain.makegood;

import io.factmatrix.kit.json.Word;

/** How a shortfall is made good. */
public enum MakeGoodKind implements Word {
    /** By another engagement of the same KOL. */
    EXTRA_SLOT,
    /** By some of the slot fee. */
    REFUND_OF_FEE,
    /** By money or an engagement otherwise. */
    OTHER
}
