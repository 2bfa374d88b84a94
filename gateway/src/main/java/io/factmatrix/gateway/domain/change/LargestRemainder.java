package io.factmatrix.gateway.domain.change;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Rounds parts to whole numbers that sum to a given one: each down, and what is left over to those that lost most. */
public final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * @param parts at least one, none of them infinite
     * @param sum theirs, but for less than 1 for each; else all are moved alike
     */
    public static List<BigInteger> of(List<Double> parts, BigInteger sum) {
        var exact = parts.stream().map(BigDecimal::new).toList();
        var whole = new ArrayList<>(exact.stream()
                .map(part -> part.setScale(0, RoundingMode.FLOOR).toBigIntegerExact())
                .toList());
        var left = sum.subtract(whole.stream().reduce(BigInteger.ZERO, BigInteger::add));
        var count = BigInteger.valueOf(parts.size());
        var more = left.mod(count);
        var each = left.subtract(more).divide(count);
        whole.replaceAll(each::add);
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer at) ->
                                exact.get(at).subtract(exact.get(at).setScale(0, RoundingMode.FLOOR)))
                        .reversed())
                .limit(more.intValueExact())
                .forEach(at -> whole.set(at, whole.get(at).add(BigInteger.ONE)));
        return List.copyOf(whole);
    }
}
