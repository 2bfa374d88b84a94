package io.factmatrix.ledger.domain.figures;

import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.Position;

/** The figures of a ledger; its rollups and its position as of one moment. */
public interface FieldSums {

    /** The sums of that window, in the transaction of the caller. */
    Figures figures(LedgerId ledger, Window window);

    /** How far the ledger has come, in the transaction of the caller. */
    Position position(LedgerId ledger);
}
