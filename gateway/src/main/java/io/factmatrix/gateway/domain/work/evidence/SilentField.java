package io.factmatrix.gateway.domain.work.evidence;

import io.factmatrix.gateway.domain.FieldService;
import io.factmatrix.gateway.domain.work.ExpectedMoney;
import io.factmatrix.gateway.domain.work.Finding;
import io.factmatrix.gateway.domain.work.rule.RuleKind;
import io.factmatrix.ledger.domain.arrival.FieldArrivals;
import io.factmatrix.ledger.domain.arrival.Gap;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How regularly events of a field came in the four weeks before the last one.
 *
 * <p>It is silent when nothing has come for longer than the rule lets pass and longer than ever in those weeks. Of a field whose history is shorter than the rule asks for nobody knows how long
 * it is usually silent.
 */
public record SilentField(FieldArrivals seen) {

    private static final int DAYS_OF_WEEK = 7;

    /** {@link RuleKind#FIELD_SILENT}. */
    public Optional<Finding> finding(Judging judging) {
        var first = seen.first();
        var last = seen.last();
        if (first == null || last == null) {
            return Optional.empty();
        }
        var history = Duration.between(first, last);
        var silence = Duration.between(last, judging.at());
        var usual = usual(Duration.ofHours((long) judging.threshold(RuleKind.SILENT_HOURS)));
        return history.compareTo(Duration.ofDays((long) judging.threshold(RuleKind.LEAST_DAYS))) >= 0
                        && silence.compareTo(usual) > 0
                ? Optional.of(silent(judging, first, last))
                : Optional.empty();
    }

    /** At least so long. */
    private Duration usual(Duration least) {
        var longest = seen.longest();
        return longest == null ? least : Duration.between(longest.from(), longest.to());
    }

    private Finding silent(Judging judging, Instant first, Instant last) {
        var field = seen.field();
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("lastRecordedAt", last.toString());
        facts.put("historyFrom", first.toString());
        facts.put("longestGap", gap(seen.longest()));
        var department = AwayField.department(FieldService.of(field));
        return new Finding(
                field.word(),
                department,
                Set.of(field),
                Map.of("field", field.word()),
                facts,
                judging.cockpit(department, judging.lastDays(DAYS_OF_WEEK)),
                ExpectedMoney.unknown("what the field would tell is not known"),
                last.toString(),
                BigDecimal.ZERO);
    }

    private static @Nullable Map<String, String> gap(@Nullable Gap gap) {
        return gap == null
                ? null
                : Map.of("from", gap.from().toString(), "to", gap.to().toString());
    }
}
