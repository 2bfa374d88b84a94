package io.factmatrix.ledger.domain.figures;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.settlement.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The figures of a ledger; its rollups and where it stands as of one moment. */
public interface FieldSums {

    /** The sums of that window, in the transaction of the caller. */
    Figures figures(LedgerId ledger, Window window);

    /**
     * What of that window can be told by touchpoint, in the transaction of the caller.
     *
     * @param kinds of the touchpoints that are of another kind than {@link TouchpointKind#OTHER}
     */
    Map<TouchpointKind, Figures> byKind(LedgerId ledger, Window window, Map<String, TouchpointKind> kinds);

    /**
     * The sums of the window in pieces, in the order of time; none where nothing happened.
     *
     * @param starts where the pieces begin, the first one at the window's beginning
     * @param people whether buyers are to be counted: they are read one by one
     */
    List<Point> series(LedgerId ledger, Window window, List<Instant> starts, boolean people);

    /** Where these ledgers stand, in the transaction of the caller; {@link Standing#START} of one that has nothing yet. */
    Map<Field, Standing> standings(MerchantId merchant, Set<Field> fields);
}
