package io.factmatrix.ledger.domain.aftersales;

import org.jspecify.annotations.Nullable;

/**
 * How often a touchpoint was complained of in a week, of whatever product.
 *
 * @param touchpoint null: all of the field together
 * @param week 0 the last one, 1 the one before it
 * @param lines that were paid then and count
 * @param complaints that name no product and happened then
 */
public record TouchpointWeek(@Nullable String touchpoint, int week, long lines, long complaints) {}
