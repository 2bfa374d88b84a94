package io.factmatrix.gateway.domain.work;

import io.factmatrix.gateway.domain.work.rule.Department;
import io.factmatrix.ledger.domain.event.Field;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a rule has found.
 *
 * @param cause of the rule's own; the same for the same whenever it is found
 * @param department whose work it is where the rule does not say
 * @param fields whose evidence it rests on: without one of them nobody knows whether it is still so
 * @param subject what it is about, by names of the API
 * @param facts what was seen, by names of the API
 * @param evidence the path at which it can be seen
 * @param mark what makes it another matter when it changes, such as the date that was missed
 * @param weight how bad it is; half as much again is another matter, too
 */
public record Finding(
        String cause,
        Department department,
        Set<Field> fields,
        Map<String, @Nullable Object> subject,
        Map<String, @Nullable Object> facts,
        String evidence,
        ExpectedMoney expected,
        String mark,
        BigDecimal weight) {

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("department", department);
        members.put("cause", cause);
        members.put("subject", subject);
        members.put("facts", facts);
        members.put("evidence", evidence);
        members.put("expected", expected.members());
        return members;
    }

    /** The same as the work of that department. */
    public Finding of(@Nullable Department other) {
        return other == null
                ? this
                : new Finding(cause, other, fields, subject, facts, evidence, expected, mark, weight);
    }
}
