package io.factmatrix.creator.domain.marginal;

import io.factmatrix.creator.domain.creator.Tier;
import io.factmatrix.ledger.domain.event.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What one creator more brought, at as many as there are: with all but one of them, taken at random, and then with all. Of people that is the mean over creators
 * of those whom nobody else reaches, E[S(N)] − E[S(N − 1)]; GMV and new buyers are nobody else's, so that it is their mean.
 *
 * @param gmv of each creator, in minor units of the currency
 * @param newBuyers of each creator
 */
public record MarginalCreators(
        String currency, List<LinkedCreator> creators, Reach reach, List<BigInteger> gmv, List<Long> newBuyers) {

    /** Of a curve; with more creators some of its points are left out, and never the last. */
    private static final int MOST_POINTS = 100;

    private static final int DIGITS = 6;

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("currency", currency);
        members.putAll(group(IntStream.range(0, creators.size()).toArray(), reach.byCreators()));
        members.put("history", history());
        var tiers = new LinkedHashMap<String, Object>();
        for (var tier : Tier.values()) {
            int[] theirs = IntStream.range(0, creators.size())
                    .filter(at -> creators.get(at).tier() == tier)
                    .toArray();
            tiers.put(tier.word(), group(theirs, reach.byCreators(tier)));
        }
        members.put("tiers", tiers);
        return members;
    }

    private Map<String, @Nullable Object> group(int[] theirs, Map<Integer, Long> people) {
        var group = new LinkedHashMap<String, @Nullable Object>();
        group.put("creators", theirs.length);
        group.put("reach", people.values().stream().mapToLong(Long::longValue).sum());
        group.put("gmv", decimal(IntStream.of(theirs).mapToObj(gmv::get).reduce(BigInteger.ZERO, BigInteger::add)));
        group.put("newBuyers", IntStream.of(theirs).mapToLong(newBuyers::get).sum());
        boolean tooFew = theirs.length < Estimate.FEWEST;
        group.put("marginal", tooFew ? null : marginal(theirs));
        group.put("reason", tooFew ? "fewer than %d creators".formatted(Estimate.FEWEST) : null);
        group.put("accumulation", accumulation(new Accumulation(theirs.length, people)));
        return group;
    }

    private Map<String, Object> marginal(int[] theirs) {
        var marginal = new LinkedHashMap<String, Object>();
        marginal.put("reach", bounds(theirs, reach::alone, MarginalCreators::number));
        marginal.put("gmv", bounds(theirs, at -> gmv.get(at).doubleValue(), this::decimal));
        marginal.put("newBuyers", bounds(theirs, newBuyers::get, MarginalCreators::number));
        return marginal;
    }

    private static Map<String, Object> bounds(int[] theirs, IntToDoubleFunction of, DoubleFunction<Object> shown) {
        var estimate = Estimate.mean(IntStream.of(theirs).mapToDouble(of).toArray());
        var bounds = new LinkedHashMap<String, Object>();
        bounds.put("value", shown.apply(estimate.value()));
        bounds.put("lower", shown.apply(estimate.lower()));
        bounds.put("upper", shown.apply(estimate.upper()));
        return bounds;
    }

    private static List<Map<String, Object>> accumulation(Accumulation accumulation) {
        var points = new ArrayList<Map<String, Object>>();
        shown(accumulation.creators()).forEach(chosen -> {
            var point = new LinkedHashMap<String, Object>();
            point.put("creators", chosen);
            point.put("reach", number(accumulation.expected(chosen)));
            points.add(point);
        });
        return points;
    }

    /** Each creator added to those who came before: counted, not estimated. */
    private List<Map<String, Object>> history() {
        var points = new ArrayList<Map<String, Object>>();
        var shown = shown(creators.size()).boxed().toList();
        long people = 0;
        long buyers = 0;
        var paid = BigInteger.ZERO;
        for (int at = 0; at < creators.size(); at++) {
            people += reach.first(at);
            buyers += newBuyers.get(at);
            paid = paid.add(gmv.get(at));
            if (shown.get(points.size()) == at + 1) {
                var point = new LinkedHashMap<String, Object>();
                point.put("creators", at + 1);
                point.put("creator", creators.get(at).id());
                point.put("since", creators.get(at).since());
                point.put("reach", people);
                point.put("gmv", decimal(paid));
                point.put("newBuyers", buyers);
                points.add(point);
            }
        }
        return points;
    }

    /** Which points of a curve are shown: evenly apart, the last always. */
    private static IntStream shown(int many) {
        int points = Math.min(many, MOST_POINTS);
        return IntStream.rangeClosed(1, points).map(point -> (int) ((long) point * many / points));
    }

    private static BigDecimal number(double value) {
        return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP);
    }

    private String decimal(double minor) {
        return decimal(
                BigDecimal.valueOf(minor).setScale(0, RoundingMode.HALF_UP).toBigInteger());
    }

    private String decimal(BigInteger minor) {
        return new BigDecimal(minor, Money.digitsOf(currency).orElseThrow()).toPlainString();
    }
}
