package io.factmatrix.livestream.application;

import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.write.Register;
import io.factmatrix.kit.write.Write;
import io.factmatrix.livestream.domain.promise.LinePromises;
import io.factmatrix.livestream.domain.room.Room;
import io.factmatrix.livestream.domain.room.RoomId;
import io.factmatrix.livestream.domain.rundown.Rundown;
import io.factmatrix.livestream.domain.rundown.Rundowns;
import io.factmatrix.livestream.domain.session.Move;
import io.factmatrix.livestream.domain.session.Session;
import io.factmatrix.livestream.domain.session.SessionFilter;
import io.factmatrix.livestream.domain.session.SessionId;
import io.factmatrix.livestream.domain.session.SessionPlan;
import io.factmatrix.livestream.domain.session.SessionState;
import io.factmatrix.livestream.domain.session.Sessions;
import io.factmatrix.plan.application.PromiseDesk;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What can be done with sessions, each inside one transaction of the merchant. Whoever plans one or goes live holds its room. */
public final class SessionDesk {

    private final Sessions sessions;
    private final Register<SessionId, Session> register;
    private final Register<RoomId, Room> rooms;
    private final Rundowns rundowns;
    private final GateDesk gates;
    private final ReviewDesk reviews;
    private final PromiseDesk promises;
    private final NewIds ids;

    public SessionDesk(
            Sessions sessions,
            Register<SessionId, Session> register,
            Register<RoomId, Room> rooms,
            Rundowns rundowns,
            GateDesk gates,
            ReviewDesk reviews,
            PromiseDesk promises,
            NewIds ids) {
        this.sessions = sessions;
        this.register = register;
        this.rooms = rooms;
        this.rundowns = rundowns;
        this.gates = gates;
        this.reviews = reviews;
        this.promises = promises;
        this.ids = ids;
    }

    /** 404 {@code room.unknown}, 409 {@code room.closed}, {@code session.overlap}, {@code touchpoint.taken}. */
    public Session plan(Write write, SessionPlan plan) {
        var room = rooms.hold(write, plan.room());
        room.requireOpen();
        var session = Session.planned(new SessionId(ids.next(write.at())), plan, room, write.at());
        requireRoomFree(write, session);
        rundowns.add(write.merchant(), Rundown.empty(session.id(), write.at()));
        return register.add(write, session);
    }

    /**
     * The same, and 404 {@code session.unknown}, 409 {@code session.begun}, {@code session.over}, 412 {@code revision.mismatch}; at another time its lines promise
     * anew: {@link PromiseDesk#promise}.
     */
    public Session change(Write write, SessionId id, SessionPlan plan) {
        return register.change(write, id, "changed", session -> {
            var room = rooms.hold(write, plan.room());
            var changed = session.by(plan, room, write.at());
            if (changed.state().isAhead() && !changed.equals(session)) {
                if (!plan.room().equals(session.plan().room())) {
                    room.requireOpen();
                }
                requireRoomFree(write, changed);
                promiseAnew(write, session, changed);
            }
            return changed;
        });
    }

    /**
     * 404 {@code session.unknown}, 412 {@code revision.mismatch}, 409 {@code transition.refused}, {@code gates.failed}, {@code room.busy}, 400 {@code
     * at.invalid}.
     */
    public Session move(Write write, SessionId id, Move move) {
        return register.change(write, id, "moved", session -> {
            var moved = session.to(move, write.at());
            if (moved.state() == SessionState.LIVE) {
                gates.requirePassed(write.merchant(), session);
            }
            if (moved.state() == SessionState.LIVE || moved.state() == SessionState.ENDED) {
                requireAloneOnAir(write, moved);
            }
            if (moved.state() == SessionState.REVIEWED) {
                reviews.keep(write.merchant(), moved, write.at());
            }
            return moved;
        });
    }

    private void promiseAnew(Write write, Session before, Session after) {
        var lines = rundowns.find(write.merchant(), after.id()).orElseThrow().lines();
        promises.promise(write, LinePromises.of(before, lines), LinePromises.of(after, lines));
    }

    private void requireRoomFree(Write write, Session session) {
        var plan = session.plan();
        sessions.holding(write.merchant(), plan.room(), plan.start(), plan.end(), session.id())
                .ifPresent(other -> {
                    throw refused(
                            "session.overlap",
                            "room: %s is %s's from %s to %s (expected: free from %s to %s)"
                                    .formatted(
                                            plan.room(),
                                            other.id(),
                                            other.plan().start(),
                                            other.plan().end(),
                                            plan.start(),
                                            plan.end()),
                            other);
                });
    }

    private void requireAloneOnAir(Write write, Session session) {
        rooms.hold(write, session.plan().room());
        var start = Objects.requireNonNull(session.startedAt());
        sessions.onAir(write.merchant(), session.plan().room(), start, session.endedAt(), session.id())
                .ifPresent(other -> {
                    throw refused(
                            "room.busy",
                            "room: %s is on air with %s from %s to %s (expected: one session at a time)"
                                    .formatted(
                                            session.plan().room(),
                                            other.id(),
                                            other.startedAt(),
                                            other.endedAt() == null ? "now" : other.endedAt()),
                            other);
                });
    }

    private static ProblemException refused(String code, String detail, Session other) {
        return new ProblemException(
                409, code, detail, Map.of("session", other.id().value()));
    }

    /** 404 {@code session.unknown}. */
    public Session find(MerchantId merchant, SessionId id) {
        return register.find(merchant, id);
    }

    /** At most so many, the newest first, made before that one. */
    public List<Session> list(MerchantId merchant, SessionFilter filter, @Nullable SessionId before, int limit) {
        return sessions.list(merchant, filter, before, limit);
    }
}
