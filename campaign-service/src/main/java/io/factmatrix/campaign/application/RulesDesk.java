package io.factmatrix.campaign.application;

import io.factmatrix.campaign.domain.guard.MerchantRules;
import io.factmatrix.campaign.domain.guard.PromiseRules;
import io.factmatrix.kit.audit.AuditTrail;
import io.factmatrix.kit.audit.Change;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.write.Write;
import io.factmatrix.plan.domain.GuardRules;
import java.util.LinkedHashMap;

/** Says what is done with promises that contradict each other. */
public final class RulesDesk {

    private final MerchantRules rules;
    private final AuditTrail trail;

    public RulesDesk(MerchantRules rules, AuditTrail trail) {
        this.rules = rules;
        this.trail = trail;
    }

    /** 412 {@code revision.mismatch}. */
    public PromiseRules change(Write write, GuardRules other) {
        var before = rules.hold(write.merchant());
        write.expects(before.revision());
        var after = before.by(other);
        if (!after.equals(before)) {
            rules.replace(write.merchant(), after);
            trail.add(
                    write.merchant(),
                    write.by(),
                    Change.of(
                            "promise-rules",
                            write.merchant().value(),
                            "changed",
                            new LinkedHashMap<>(before.rules().members()),
                            new LinkedHashMap<>(after.rules().members())));
        }
        return after;
    }

    public PromiseRules find(MerchantId merchant) {
        return rules.find(merchant);
    }
}
