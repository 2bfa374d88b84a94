package io.factmatrix.gateway.domain.work;

import io.factmatrix.gateway.domain.work.rule.RuleKind;
import io.factmatrix.gateway.domain.work.rule.RuleSettings;
import io.factmatrix.ledger.domain.event.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule would have done in days that are past, had it looked once a day and had nobody done anything.
 *
 * @param days in their order; none where the past is not known
 */
public record DryRun(RuleKind rule, RuleSettings settings, List<Day> days) {

    public DryRun {
        days = List.copyOf(days);
    }

    /**
     * A day.
     *
     * @param at when it was over, and the rule would have looked
     */
    public record Day(LocalDate date, Instant at, Findings findings) {}

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var basis = rule.basis();
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("rule", rule);
        members.put("settings", settings.members(rule));
        members.put("basis", basis);
        members.put(
                "unknown",
                basis == null ? "what it looks at is not kept: it can only be looked at as it is at present" : null);
        members.put("days", course());
        return members;
    }

    private List<Map<String, @Nullable Object>> course() {
        var standing = new HashMap<String, Finding>();
        var told = new ArrayList<Map<String, @Nullable Object>>();
        for (var day : days) {
            told.add(day(day, standing));
        }
        return told;
    }

    /** The same as {@link Comparison} does with items, of which nobody has moved any. */
    private static Map<String, @Nullable Object> day(Day day, Map<String, Finding> standing) {
        var unread = day.findings().unread();
        var opened = new ArrayList<Map<String, @Nullable Object>>();
        var closed = new ArrayList<String>(standing.keySet());
        for (var finding : day.findings().found()) {
            if (standing.put(finding.cause(), finding) == null) {
                opened.add(finding.members());
            }
            closed.remove(finding.cause());
        }
        closed.removeIf(cause -> isAboutAny(standing.get(cause), unread));
        closed.forEach(standing::remove);
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("date", day.date().toString());
        members.put("at", day.at());
        members.put("opened", opened);
        members.put("closed", closed.stream().sorted().toList());
        members.put("standing", standing.size());
        members.put(
                "missing",
                unread.entrySet().stream()
                        .map(field -> Map.of("field", field.getKey().word(), "reason", field.getValue()))
                        .toList());
        return members;
    }

    private static boolean isAboutAny(@Nullable Finding finding, Map<Field, String> unread) {
        return finding != null && finding.fields().stream().anyMatch(unread::containsKey);
    }
}
