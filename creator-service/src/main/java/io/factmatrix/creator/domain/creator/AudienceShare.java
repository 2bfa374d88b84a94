package io.factmatrix.creator.domain.creator;

import java.math.BigDecimal;

/**
 * How much of an audience belongs to a group.
 *
 * @param group as the merchant or the platform calls it: {@code female}, {@code 25-34}, {@code 浙江}
 * @param share from 0 to 1
 */
public record AudienceShare(String group, BigDecimal share) {}
