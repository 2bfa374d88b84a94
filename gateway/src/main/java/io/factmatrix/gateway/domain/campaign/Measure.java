package io.factmatrix.gateway.domain.campaign;

import io.factmatrix.ledger.domain.selection.PieceSales;
import java.math.BigInteger;

/** What a campaign is measured by, as the view defines it. */
enum Measure {
    GMV("gmv"),
    NET_GMV("netGmv"),
    NET_GMV_OF_PERIOD("netGmvOfPeriod");

    private final String word;

    Measure(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    BigInteger of(PieceSales piece) {
        return switch (this) {
            case GMV -> piece.gmv();
            case NET_GMV -> piece.gmv().subtract(piece.refunds());
            case NET_GMV_OF_PERIOD -> piece.gmv().subtract(piece.refundsOfPeriod());
        };
    }
}
