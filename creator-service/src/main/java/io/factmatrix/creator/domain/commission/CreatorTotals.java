package io.factmatrix.creator.domain.commission;

import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.ledger.domain.event.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a creator sold in one currency, and earned by it; in its minor units. What earns nothing stands apart. */
public final class CreatorTotals {

    private final CreatorId creator;
    private final String currency;
    private long lines;
    private BigInteger gmv = BigInteger.ZERO;
    private BigInteger refunds = BigInteger.ZERO;
    private BigInteger estimated = BigInteger.ZERO;
    private BigInteger actual = BigInteger.ZERO;
    private long unearnedLines;
    private BigInteger unearnedGmv = BigInteger.ZERO;

    public CreatorTotals(CreatorId creator, String currency) {
        this.creator = creator;
        this.currency = currency;
    }

    public void add(Commission commission) {
        var earned = commission.earned();
        var paid = BigInteger.valueOf(commission.line().paid());
        if (earned == null) {
            unearnedLines++;
            unearnedGmv = unearnedGmv.add(paid);
            return;
        }
        lines++;
        gmv = gmv.add(paid);
        refunds = refunds.add(BigInteger.valueOf(commission.line().refunded()));
        estimated = estimated.add(BigInteger.valueOf(earned.estimated()));
        actual = actual.add(BigInteger.valueOf(earned.actual()));
    }

    public CreatorId creator() {
        return creator;
    }

    /** By the names of the API. */
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("creator", creator);
        members.put("lines", lines);
        members.put("gmv", decimal(gmv));
        members.put("refunds", decimal(refunds));
        members.put("estimated", decimal(estimated));
        members.put("actual", decimal(actual));
        members.put("unearnedLines", unearnedLines);
        members.put("unearnedGmv", decimal(unearnedGmv));
        return members;
    }

    private String decimal(BigInteger minor) {
        return new BigDecimal(minor, Money.digitsOf(currency).orElseThrow()).toPlainString();
    }
}
