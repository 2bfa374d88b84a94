package io.factmatrix.ledger.domain.aftersales;

/**
 * What came of a product in a week; money in minor units.
 *
 * @param week 0 the last one, 1 the one before it
 * @param lines that were paid then and count
 * @param refundedLines those of them of which anything was refunded before the week was over
 * @param paid of those lines
 * @param refunded of those lines, before the week was over
 * @param complaints that name the product and happened then
 */
public record ProductWeek(
        String product, int week, long lines, long refundedLines, long paid, long refunded, long complaints) {}
