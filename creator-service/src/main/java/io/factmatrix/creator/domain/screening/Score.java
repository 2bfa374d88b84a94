package io.factmatrix.creator.domain.screening;

import io.factmatrix.creator.domain.creator.CreatorProfile;
import io.factmatrix.creator.domain.creator.Figure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * How well a creator suits: 100 × Σ (weight × normalised) / Σ weight, HALF_UP to two decimals. What is not known may be anything: it makes the score an interval.
 *
 * @param figure from 0 to 100
 */
public record Score(Figure figure, List<ScoredPart> parts) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DIGITS = 2;
    private static final Figure ANYTHING =
            new Figure(BigDecimal.ZERO.setScale(Part.DIGITS), BigDecimal.ONE.setScale(Part.DIGITS));

    /**
     * The score of that creator.
     *
     * @param parts one at least
     */
    public static Score of(CreatorProfile profile, List<Part> parts) {
        var whole = BigDecimal.valueOf(parts.stream().mapToLong(Part::weight).sum());
        var scored = parts.stream().map(part -> scored(part, profile, whole)).toList();
        var lower = BigDecimal.ZERO;
        var upper = BigDecimal.ZERO;
        for (var part : scored) {
            var weight = BigDecimal.valueOf(part.weight());
            lower = lower.add(weight.multiply(part.normalised().lower()));
            upper = upper.add(weight.multiply(part.normalised().upper()));
        }
        return new Score(new Figure(points(lower, whole), points(upper, whole)), scored);
    }

    private static ScoredPart scored(Part part, CreatorProfile profile, BigDecimal whole) {
        var used = part.used(profile);
        var normalised = used == null ? ANYTHING : normalised(part, used);
        var weight = BigDecimal.valueOf(part.weight());
        var points = new Figure(
                points(weight.multiply(normalised.lower()), whole), points(weight.multiply(normalised.upper()), whole));
        return new ScoredPart(part.name(), used, normalised, part.weight(), points);
    }

    /** Of a price the lower end is the better one. */
    private static Figure normalised(Part part, Figure used) {
        var one = part.normalised(used.lower());
        var other = part.normalised(used.upper());
        return new Figure(one.min(other), one.max(other));
    }

    private static BigDecimal points(BigDecimal weighted, BigDecimal whole) {
        return HUNDRED.multiply(weighted).divide(whole, DIGITS, RoundingMode.HALF_UP);
    }

    /** The parts of which nothing is known. */
    public List<String> unknown() {
        return parts.stream()
                .filter(part -> part.used() == null)
                .map(ScoredPart::part)
                .toList();
    }
}
