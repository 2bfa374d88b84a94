package io.factmatrix.gateway.domain;

import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.figures.Buyers;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.SumsOfWindow;
import java.math.BigInteger;

/** What happened at one touchpoint. */
final class TouchpointFigures {

    private TouchpointFigures() {}

    /** All four counters are known. */
    static Figures touchpoint(
            long impressions, long views, long productImpressions, long productClicks, long orders, long gmv) {
        var sums = sums(orders, gmv);
        sums.traffic("t", Counter.IMPRESSIONS, BigInteger.valueOf(impressions));
        sums.traffic("t", Counter.VIEWS, BigInteger.valueOf(views));
        sums.traffic("t", Counter.PRODUCT_IMPRESSIONS, BigInteger.valueOf(productImpressions));
        sums.traffic("t", Counter.PRODUCT_CLICKS, BigInteger.valueOf(productClicks));
        return sums.figures(BigInteger.ZERO, Buyers.NONE);
    }

    /** Nobody counted. */
    static Figures sold() {
        return sums(3, 5_000).figures(BigInteger.ZERO, Buyers.NONE);
    }

    private static SumsOfWindow sums(long orders, long gmv) {
        var none = BigInteger.ZERO;
        var sums = new SumsOfWindow("XXX");
        sums.sales(
                "t",
                "XXX",
                new SumsOfWindow.Sales(
                        BigInteger.valueOf(gmv), none, none, none, none, none, BigInteger.valueOf(orders)));
        return sums;
    }
}
