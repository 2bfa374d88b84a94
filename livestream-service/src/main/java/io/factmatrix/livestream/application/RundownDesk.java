package io.factmatrix.livestream.application;

import io.factmatrix.kit.audit.AuditTrail;
import io.factmatrix.kit.audit.Change;
import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.write.Register;
import io.factmatrix.kit.write.Write;
import io.factmatrix.livestream.domain.promise.LinePromises;
import io.factmatrix.livestream.domain.rundown.LineContent;
import io.factmatrix.livestream.domain.rundown.LineId;
import io.factmatrix.livestream.domain.rundown.LineSource;
import io.factmatrix.livestream.domain.rundown.Place;
import io.factmatrix.livestream.domain.rundown.Rundown;
import io.factmatrix.livestream.domain.rundown.Rundowns;
import io.factmatrix.livestream.domain.session.Session;
import io.factmatrix.livestream.domain.session.SessionId;
import io.factmatrix.livestream.domain.session.SessionState;
import io.factmatrix.plan.application.PromiseDesk;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with the rundown of a session, each inside one transaction of the merchant. Whoever changes one holds its session: 409 {@code
 * session.ended} when that is over. No change brings a blocking failure into a session that is live: 409 {@code gates.failed}. What a line promises is asked
 * of all fields: {@link PromiseDesk#promise}.
 */
public final class RundownDesk {

    private final Register<SessionId, Session> sessions;
    private final Rundowns rundowns;
    private final GateDesk gates;
    private final LineSources sources;
    private final PromiseDesk promises;
    private final AuditTrail trail;
    private final NewIds ids;

    public RundownDesk(
            Register<SessionId, Session> sessions,
            Rundowns rundowns,
            GateDesk gates,
            LineSources sources,
            PromiseDesk promises,
            AuditTrail trail,
            NewIds ids) {
        this.sessions = sessions;
        this.rundowns = rundowns;
        this.gates = gates;
        this.sources = sources;
        this.promises = promises;
        this.trail = trail;
        this.ids = ids;
    }

    /**
     * A rundown and the line of it that was asked for.
     *
     * @param line a new one, or one that changed
     */
    public record Edited(Rundown rundown, LineId line) {}

    /** The rundown of a session. 404 {@code session.unknown}. */
    public Rundown find(MerchantId merchant, SessionId session) {
        return rundowns.find(merchant, session).orElseThrow(() -> SessionId.SESSION.unknown(session.value()));
    }

    /** With a line more. 412 {@code revision.mismatch} of the rundown, 404 {@code line.unknown}, 409 {@code rundown.full}. */
    public Edited add(Write write, SessionId session, LineContent content, Place place) {
        var line = new LineId(ids.next(write.at()));
        var rundown = change(write, session, "created", line, before -> {
            write.expects(before.version().revision());
            return before.with(line, content, place, write.at());
        });
        return new Edited(rundown, line);
    }

    /** With that line saying that. 404 {@code line.unknown}, 412 {@code revision.mismatch} of the line. */
    public Edited change(Write write, SessionId session, LineId line, LineContent content) {
        var rundown = change(write, session, "changed", line, before -> {
            write.expects(before.line(line).revision());
            return before.with(line, content, write.at());
        });
        return new Edited(rundown, line);
    }

    /** With that line there. 404 {@code line.unknown}, 412 {@code revision.mismatch} of the rundown. */
    public Rundown move(Write write, SessionId session, LineId line, Place place) {
        return change(write, session, "moved", line, before -> {
            write.expects(before.version().revision());
            return before.moved(line, place, write.at());
        });
    }

    /** Without that line. 404 {@code line.unknown}, 412 {@code revision.mismatch} of the line. */
    public Rundown remove(Write write, SessionId session, LineId line) {
        return change(write, session, "removed", line, before -> {
            write.expects(before.line(line).revision());
            return before.without(line, write.at());
        });
    }

    /** With the lines of that source behind its own. 412 {@code revision.mismatch} of the rundown, 409 {@code rundown.full}. */
    public Rundown copy(Write write, SessionId session, LineSource source) {
        var held = open(write, session);
        var before = find(write.merchant(), session);
        write.expects(before.version().revision());
        var after = before;
        for (var content : sources.lines(write.merchant(), source)) {
            after = after.with(new LineId(ids.next(write.at())), content, Place.LAST, write.at());
        }
        // However many lines: one change.
        after = after.equals(before)
                ? before
                : new Rundown(session, before.version().next(write.at()), after.lines());
        keep(write, held, before, after);
        for (var line :
                after.lines().subList(before.lines().size(), after.lines().size())) {
            record(write, "created", line.id(), before, after);
        }
        return after;
    }

    private Rundown change(Write write, SessionId session, String action, LineId line, UnaryOperator<Rundown> change) {
        var held = open(write, session);
        var before = find(write.merchant(), session);
        var after = change.apply(before);
        if (!after.equals(before)) {
            keep(write, held, before, after);
            record(write, action, line, before, after);
        }
        return after;
    }

    private Session open(Write write, SessionId id) {
        var session = sessions.hold(write, id);
        session.requireOpen();
        return session;
    }

    private void keep(Write write, Session session, Rundown before, Rundown after) {
        promises.promise(write, LinePromises.of(session, before.lines()), LinePromises.of(session, after.lines()));
        rundowns.replace(write.merchant(), before, after);
        if (session.state() == SessionState.LIVE) {
            gates.requireNoneNew(write.merchant(), session, before, after);
        }
    }

    private void record(Write write, String action, LineId line, Rundown before, Rundown after) {
        trail.add(
                write.merchant(),
                write.by(),
                Change.of("rundown-line", line.value(), action, shown(before, line), shown(after, line)));
    }

    private static Map<String, @Nullable Object> shown(Rundown rundown, LineId line) {
        return rundown.lines().stream().anyMatch(each -> each.id().equals(line)) ? rundown.body(line) : Map.of();
    }
}
