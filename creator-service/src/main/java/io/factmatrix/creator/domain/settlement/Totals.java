package io.factmatrix.creator.domain.settlement;

import io.factmatrix.ledger.domain.event.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the entries of a statement come to, in minor units, by kind. */
public record Totals(BigInteger lines, BigInteger adjustments, BigInteger fees) {

    public static Totals of(Collection<Entry> entries) {
        return new Totals(
                sum(entries, EntryKind.LINE), sum(entries, EntryKind.ADJUSTMENT), sum(entries, EntryKind.FEE));
    }

    private static BigInteger sum(Collection<Entry> entries, EntryKind kind) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind)
                .map(entry -> BigInteger.valueOf(entry.amount()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** By the names of the API. */
    Map<String, Object> members(String currency) {
        var members = new LinkedHashMap<String, Object>();
        members.put("lines", decimal(lines, currency));
        members.put("adjustments", decimal(adjustments, currency));
        members.put("fees", decimal(fees, currency));
        members.put("payable", decimal(lines.add(adjustments).add(fees), currency));
        return members;
    }

    private static String decimal(BigInteger minor, String currency) {
        return new BigDecimal(minor, Money.digitsOf(currency).orElseThrow()).toPlainString();
    }
}
