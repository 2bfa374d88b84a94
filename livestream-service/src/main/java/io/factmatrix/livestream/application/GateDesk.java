package io.factmatrix.livestream.application;

import io.factmatrix.kit.audit.AuditTrail;
import io.factmatrix.kit.audit.Change;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.write.Register;
import io.factmatrix.kit.write.Write;
import io.factmatrix.livestream.domain.gate.Failure;
import io.factmatrix.livestream.domain.gate.GateOverride;
import io.factmatrix.livestream.domain.gate.GateReport;
import io.factmatrix.livestream.domain.gate.Overrides;
import io.factmatrix.livestream.domain.gate.Preparation;
import io.factmatrix.livestream.domain.rundown.Rundown;
import io.factmatrix.livestream.domain.rundown.Rundowns;
import io.factmatrix.livestream.domain.session.Session;
import io.factmatrix.livestream.domain.session.SessionId;
import java.util.Map;

/** Checks sessions at their gates, and keeps who let what pass; inside a transaction of the merchant. */
public final class GateDesk {

    private final Register<SessionId, Session> sessions;
    private final Rundowns rundowns;
    private final RuleDesk rules;
    private final Overrides overrides;
    private final AuditTrail trail;

    public GateDesk(
            Register<SessionId, Session> sessions,
            Rundowns rundowns,
            RuleDesk rules,
            Overrides overrides,
            AuditTrail trail) {
        this.sessions = sessions;
        this.rundowns = rundowns;
        this.rules = rules;
        this.overrides = overrides;
        this.trail = trail;
    }

    /** How a session stands. 404 {@code session.unknown}. */
    public GateReport report(MerchantId merchant, SessionId id) {
        return report(merchant, sessions.find(merchant, id));
    }

    /** The failure, let pass. 404 {@code session.unknown}, {@code failure.unknown}, 409 {@code session.ended}. */
    public Failure override(Write write, SessionId id, String failure, String reason) {
        var session = sessions.hold(write, id);
        session.requireOpen();
        var failed = report(write.merchant(), session).failure(failure);
        if (failed.override() != null) {
            return failed;
        }
        var override = new GateOverride(failure, reason, write.by().subject(), write.at());
        overrides.add(write.merchant(), id, override);
        var passed = failed.with(override);
        trail.add(
                write.merchant(),
                write.by(),
                Change.of("gate-override", id.value(), "created", Map.of(), passed.members()));
        return passed;
    }

    /** Goes on only if the session may go live: 409 {@code gates.failed}. */
    void requirePassed(MerchantId merchant, Session session) {
        report(merchant, session).requirePassed();
    }

    /** Goes on only if that rundown has no blocking failure that the one before had not: 409 {@code gates.failed}. */
    void requireNoneNew(MerchantId merchant, Session session, Rundown before, Rundown after) {
        report(merchant, new Preparation(session, after))
                .requireNoneNew(report(merchant, new Preparation(session, before)));
    }

    private GateReport report(MerchantId merchant, Session session) {
        return report(merchant, new Preparation(session, rundown(merchant, session)));
    }

    private GateReport report(MerchantId merchant, Preparation preparation) {
        return GateReport.of(
                preparation,
                rules.active(merchant),
                overrides.of(merchant, preparation.session().id()));
    }

    private Rundown rundown(MerchantId merchant, Session session) {
        return rundowns.find(merchant, session.id()).orElseThrow();
    }
}
