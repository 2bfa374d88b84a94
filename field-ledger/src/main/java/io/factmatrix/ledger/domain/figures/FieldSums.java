package io.factmatrix.ledger.domain.figures;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.Position;
import io.factmatrix.ledger.domain.event.Field;
import java.util.Map;
import java.util.Set;

/** The figures of a ledger; its rollups and its position as of one moment. */
public interface FieldSums {

    /** The sums of that window, in the transaction of the caller. */
    Figures figures(LedgerId ledger, Window window);

    /** How far these ledgers have come, in the transaction of the caller; {@link Position#START} of one that has nothing yet. */
    Map<Field, Position> positions(MerchantId merchant, Set<Field> fields);
}
