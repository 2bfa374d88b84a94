package io.factmatrix.ledger.domain.aftersales;

import io.factmatrix.ledger.domain.LedgerId;
import java.time.Instant;
import java.util.List;

/** What came of what was sold. In the transaction of the caller. */
public interface AfterSales {

    /**
     * The weeks of each product of which anything was refunded, or that was complained of, in the last one.
     *
     * <p>Refunds count up to the end of their line's own week, so that lines of every week had equally long to be refunded, and weeks can be compared.
     *
     * @param to the end of the last week, excluded, on a quarter-hour; a week has 168 hours. What happened later counts for nothing
     */
    List<ProductWeek> weeks(LedgerId ledger, Instant to, int weeks, String currency);

    /**
     * The weeks of each touchpoint that was complained of in the last one without a product being named, and those of the whole field; none when there was no such complaint.
     *
     * @param to the end of the last week, excluded, on a quarter-hour. What happened later counts for nothing
     */
    List<TouchpointWeek> touchpoints(LedgerId ledger, Instant to, int weeks, String currency);
}
