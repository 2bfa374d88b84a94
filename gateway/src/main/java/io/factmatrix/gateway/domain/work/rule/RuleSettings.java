package io.factmatrix.gateway.domain.work.rule;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.json.Word;
import io.factmatrix.ledger.domain.event.Money;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant sets of a rule.
 *
 * @param on whether it is looked for
 * @param department whose work it is; null: as what is found says
 * @param dueInHours how long after it was found it is to be done
 * @param currency of the sales that are looked at, and of the money that is told
 * @param zone whose days are looked at
 */
public record RuleSettings(
        boolean on,
        @Nullable Department department,
        int dueInHours,
        String currency,
        ZoneId zone,
        Thresholds thresholds) {

    private static final int MONTH_OF_HOURS = 720;
    private static final String CURRENCY = "CNY";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public static RuleSettings usual(RuleKind rule) {
        return new RuleSettings(true, rule.department(), rule.dueInHours(), CURRENCY, ZONE, Thresholds.usual(rule));
    }

    /** What is left out is as usual. */
    public static RuleSettings read(RuleKind rule, Members members) throws Refused {
        var currency = members.optionalText("currency");
        if (currency != null && Money.digitsOf(currency).isEmpty()) {
            throw members.invalid("currency", currency, "an ISO 4217 currency such as CNY");
        }
        return new RuleSettings(
                !members.has("on") || members.flag("on"),
                members.has("department")
                        ? members.word(
                                "department", word -> Word.of(Department.class, word), Word.all(Department.class))
                        : rule.department(),
                members.has("dueInHours") ? (int) members.integer("dueInHours", 1, MONTH_OF_HOURS) : rule.dueInHours(),
                Objects.requireNonNullElse(currency, CURRENCY),
                Objects.requireNonNullElse(members.optionalZone("zone"), ZONE),
                Thresholds.read(rule, members.object("thresholds")));
    }

    /** The same with other thresholds. */
    public RuleSettings with(Thresholds other) {
        return new RuleSettings(on, department, dueInHours, currency, zone, other);
    }

    /** By the names of the API. */
    public Map<String, @Nullable Object> members(RuleKind rule) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("on", on);
        members.put("department", department);
        members.put("dueInHours", dueInHours);
        members.put("currency", currency);
        members.put("zone", zone.getId());
        members.put("thresholds", thresholds.members(rule));
        return members;
    }
}
