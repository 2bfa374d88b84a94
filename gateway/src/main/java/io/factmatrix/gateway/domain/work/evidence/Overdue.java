package io.factmatrix.gateway.domain.work.evidence;

import io.factmatrix.gateway.domain.work.ExpectedMoney;
import io.factmatrix.gateway.domain.work.Finding;
import io.factmatrix.gateway.domain.work.rule.Department;
import io.factmatrix.gateway.domain.work.rule.RuleKind;
import io.factmatrix.ledger.domain.event.Field;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something with a creator that was to be done by a date, and was not.
 *
 * @param kind in the singular, as the API calls it: {@code participation}
 */
public record Overdue(String kind, String id, String creator, Instant due) {

    /** {@link RuleKind#SAMPLE_OVERDUE}, {@link RuleKind#CONTENT_OVERDUE}, {@link RuleKind#OUTREACH_OVERDUE}: by more hours than the rule lets pass. */
    public Optional<Finding> finding(Judging judging) {
        var grace = Duration.ofHours((long) judging.threshold(RuleKind.GRACE_HOURS));
        return due.plus(grace).isBefore(judging.at()) ? Optional.of(late(judging)) : Optional.empty();
    }

    private Finding late(Judging judging) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("due", due.toString());
        return new Finding(
                id,
                Department.CREATORS,
                Set.of(Field.CREATOR),
                Map.of("field", Field.CREATOR.word(), kind, id, "creator", creator),
                facts,
                judging.path("/%s/%s".formatted(kind.equals("outreach") ? "outreaches" : kind + "s", id)),
                ExpectedMoney.unknown("what it would have sold is not known"),
                due.toString(),
                BigDecimal.ZERO);
    }
}
