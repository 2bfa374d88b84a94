package io.factmatrix.gateway.domain.change;

import io.factmatrix.ledger.domain.figures.Figures.Fraction;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What moved the GPM of several fields together: that impressions moved from one to another, apart from what moved within each. GPM of all is Σ w·g, with w the share of a
 * field in the impressions and g its own GPM; each product is decomposed by itself, so that all parts of all fields sum to the change of the whole.
 */
public final class Mix {

    private final List<Sides> fields;
    private final BigInteger impressionsBefore;
    private final BigInteger impressionsAfter;

    /**
     * What a field did to the GPM of all; in minor units for a thousand impressions of all.
     *
     * @param mix by its share in the impressions
     * @param factors by its own rates
     */
    public record Part(BigInteger mix, Map<Factor, BigInteger> factors) {

        /** By all of its own rates together. */
        public BigInteger within() {
            return factors.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        }
    }

    /**
     * @param fields those of which nothing is known in both periods are left out, as they are in GPM
     */
    public Mix(List<Sides> fields) {
        this.fields = fields.stream().filter(field -> !field.isOutside()).toList();
        this.impressionsBefore = impressions(Sides::before);
        this.impressionsAfter = impressions(Sides::after);
    }

    private BigInteger impressions(Function<Sides, Side> period) {
        return fields.stream()
                .map(field -> period.apply(field).orNone().impressions())
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Why it has no parts; empty when it has. */
    public Optional<Unexplained> obstacle() {
        return fields.stream()
                .filter(field -> !field.isOneSided())
                .flatMap(field -> field.obstacle().stream())
                .findFirst();
    }

    /**
     * By the name of the field.
     *
     * @param amount the change of the whole's GPM as it is shown: what all parts sum to
     */
    public Map<String, Part> parts(BigInteger amount) {
        var exact = new ArrayList<Double>();
        fields.forEach(field -> exact.addAll(exact(field)));
        var rounded = LargestRemainder.of(exact, amount).iterator();
        var parts = new LinkedHashMap<String, Part>();
        for (var field : fields) {
            var mix = rounded.next();
            var factors = new EnumMap<Factor, BigInteger>(Factor.class);
            for (var factor : Factor.values()) {
                factors.put(factor, rounded.next());
            }
            parts.put(field.of(), new Part(mix, factors));
        }
        return parts;
    }

    /** The mix first, then each factor. */
    private List<Double> exact(Sides field) {
        var before = field.before().orNone();
        var after = field.after().orNone();
        var broughtBefore = brought(before, impressionsBefore);
        var broughtAfter = brought(after, impressionsAfter);
        var parts = new ArrayList<Double>();
        if (field.isOneSided()) {
            parts.add(Logarithms.value(broughtAfter)
                    .subtract(Logarithms.value(broughtBefore))
                    .doubleValue());
            for (int factor = 0; factor < Factor.values().length; factor++) {
                parts.add(0.0);
            }
            return parts;
        }
        double mean = Logarithms.mean(broughtBefore, broughtAfter);
        parts.add(mean * Logarithms.growth(share(before, impressionsBefore), share(after, impressionsAfter)));
        new Change(before, after).growths().forEach(growth -> parts.add(mean * growth));
        return parts;
    }

    private static Fraction share(Chain chain, BigInteger impressions) {
        return new Fraction(chain.impressions(), impressions);
    }

    /** Its part of the whole's GPM. */
    private static Fraction brought(Chain chain, BigInteger impressions) {
        return new Fraction(chain.gpm().numerator(), impressions);
    }
}
