package io.factmatrix.kol.domain.economics;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What is not agreed, and yet decides how an engagement pays.
 *
 * @param goodsCostShare what kept goods cost, as a share of their GMV; null: unknown
 * @param returnRate share of the GMV that is refunded; null: unknown
 * @param adSpend what is to be spent on ads, in minor units
 */
public record Assumptions(
        @Nullable BigDecimal goodsCostShare, @Nullable BigDecimal returnRate, BigInteger adSpend) {}
