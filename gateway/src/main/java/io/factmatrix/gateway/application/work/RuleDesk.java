package io.factmatrix.gateway.application.work;

import io.factmatrix.gateway.domain.work.rule.RuleKind;
import io.factmatrix.gateway.domain.work.rule.RuleSettings;
import io.factmatrix.gateway.domain.work.rule.WorkRule;
import io.factmatrix.gateway.domain.work.rule.WorkRules;
import io.factmatrix.kit.audit.AuditTrail;
import io.factmatrix.kit.audit.Change;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.write.Write;
import java.util.List;

/** Says by which rules work is found, each inside one transaction of the merchant. */
public final class RuleDesk {

    private final WorkRules rules;
    private final AuditTrail trail;

    public RuleDesk(WorkRules rules, AuditTrail trail) {
        this.rules = rules;
        this.trail = trail;
    }

    /** 412 {@code revision.mismatch}. */
    public WorkRule change(Write write, RuleKind kind, RuleSettings settings) {
        var before = rules.hold(write.merchant(), kind);
        write.expects(before.revision());
        var after = before.with(settings);
        if (!after.equals(before)) {
            rules.replace(write.merchant(), after);
            trail.add(
                    write.merchant(),
                    write.by(),
                    Change.of(
                            "work-rule",
                            kind.word(),
                            "changed",
                            before.settings().members(kind),
                            after.settings().members(kind)));
        }
        return after;
    }

    public List<WorkRule> all(MerchantId merchant) {
        return rules.all(merchant);
    }

    public WorkRule find(MerchantId merchant, RuleKind kind) {
        return all(merchant).stream()
                .filter(rule -> rule.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
