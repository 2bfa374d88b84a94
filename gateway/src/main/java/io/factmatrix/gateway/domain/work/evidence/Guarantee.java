package io.factmatrix.gateway.domain.work.evidence;

import io.factmatrix.gateway.domain.work.ExpectedMoney;
import io.factmatrix.gateway.domain.work.Finding;
import io.factmatrix.gateway.domain.work.rule.Department;
import io.factmatrix.gateway.domain.work.rule.RuleKind;
import io.factmatrix.ledger.domain.event.Field;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the KOL of an engagement guarantees, and how much of it is kept; money as decimals of the API.
 *
 * <p>Once its window is over it is short by guaranteed − kept, exactly. Before, and when enough of it has passed, it is at risk when kept / elapsed, the
 * pace, is below (1 − tolerance) × guaranteed: a KOL sells most in the beginning, so that the pace tells too much rather than too little. It is then
 * short by guaranteed − pace, between nothing and guaranteed − kept.
 *
 * @param from the beginning of its window
 */
public record Guarantee(
        String engagement, String currency, String guaranteedGmv, Instant from, Instant to, String keptGmv) {

    /** {@link RuleKind#GUARANTEE_AT_RISK}. */
    public Optional<Finding> finding(Judging judging) {
        var guaranteed = Judging.minor(guaranteedGmv, currency);
        var kept = Judging.minor(keptGmv, currency);
        if (!judging.at().isBefore(to)) {
            var shortfall = guaranteed.subtract(kept);
            return shortfall.signum() > 0
                    ? Optional.of(finding(
                            judging,
                            guaranteed,
                            shortfall.doubleValue(),
                            ExpectedMoney.exactly(currency, shortfall),
                            1))
                    : Optional.empty();
        }
        double elapsed = (double) Duration.between(from, judging.at()).toMillis()
                / Duration.between(from, to).toMillis();
        if (elapsed < judging.threshold(RuleKind.LEAST_ELAPSED)) {
            return Optional.empty();
        }
        double pace = kept.doubleValue() / elapsed;
        double shortfall = guaranteed.doubleValue() - pace;
        return pace < guaranteed.doubleValue() * (1 - judging.threshold(RuleKind.TOLERANCE))
                ? Optional.of(finding(
                        judging,
                        guaranteed,
                        shortfall,
                        ExpectedMoney.between(
                                currency,
                                shortfall,
                                0,
                                guaranteed.subtract(kept).doubleValue()),
                        elapsed))
                : Optional.empty();
    }

    private Finding finding(
            Judging judging, BigInteger guaranteed, double shortfall, ExpectedMoney expected, double elapsed) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("guaranteedGmv", guaranteedGmv);
        facts.put("keptGmv", keptGmv);
        facts.put("from", from.toString());
        facts.put("to", to.toString());
        facts.put("elapsed", Judging.rate(elapsed));
        return new Finding(
                engagement,
                Department.CREATORS,
                Set.of(Field.KOL),
                Map.of("field", Field.KOL.word(), "engagement", engagement),
                facts,
                judging.path("/engagements/%s/economics".formatted(engagement)),
                expected,
                to.toString(),
                Judging.rate(shortfall / guaranteed.doubleValue()));
    }
}
