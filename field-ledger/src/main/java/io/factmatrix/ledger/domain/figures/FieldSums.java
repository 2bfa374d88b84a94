package io.factmatrix.ledger.domain.figures;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.settlement.Standing;
import java.util.Map;
import java.util.Set;

/** The figures of a ledger; its rollups and where it stands as of one moment. */
public interface FieldSums {

    /** The sums of that window, in the transaction of the caller. */
    Figures figures(LedgerId ledger, Window window);

    /** Where these ledgers stand, in the transaction of the caller; {@link Standing#START} of one that has nothing yet. */
    Map<Field, Standing> standings(MerchantId merchant, Set<Field> fields);
}
