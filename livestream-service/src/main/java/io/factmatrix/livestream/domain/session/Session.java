package io.factmatrix.livestream.domain.session;

import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.resource.Resource;
import io.factmatrix.kit.revision.Version;
import io.factmatrix.livestream.domain.room.Room;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A live session, the touchpoint of what happens in it.
 *
 * @param shop of its room when it was planned: events name it together with the touchpoint
 * @param startedAt when it went live; null before
 * @param endedAt null before it ended
 */
public record Session(
        SessionId id,
        SessionPlan plan,
        String shop,
        SessionState state,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        Version version)
        implements Resource<SessionId> {

    /** A new one. */
    public static Session planned(SessionId id, SessionPlan plan, Room room, Instant now) {
        return new Session(id, plan, room.profile().shop(), SessionState.PLANNED, null, null, Version.first(now));
    }

    /** By which its events call it. */
    public String touchpoint() {
        var given = plan.touchpoint();
        return given == null ? id.value() : given;
    }

    /** 409 {@code session.over} when nothing of it can change any more. */
    public void requireNotOver() {
        if (state == SessionState.REVIEWED || state == SessionState.CANCELLED) {
            throw new ProblemException(
                    409, "session.over", "session: %s is %s (expected: one that is not)".formatted(id, state.word()));
        }
    }

    /** 409 {@code session.ended} when what it is prepared with can change no more. */
    public void requireOpen() {
        if (!state.isOpen()) {
            throw new ProblemException(
                    409,
                    "session.ended",
                    "session: %s is %s (expected: one that is planned, ready or live)".formatted(id, state.word()));
        }
    }

    /**
     * By that plan; the same session when it had it already. Once it has been live, its room, its time and its assets stay: 409 {@code session.begun}.
     *
     * @param room of the plan
     */
    public Session by(SessionPlan other, Room room, Instant now) {
        if (other.equals(plan)) {
            return this;
        }
        requireNotOver();
        if (!state.isAhead()) {
            requireSame("room", plan.room(), other.room());
            requireSame("start", plan.start(), other.start());
            requireSame("end", plan.end(), other.end());
            requireSame("assets", plan.assets(), other.assets());
            return new Session(id, other, shop, state, startedAt, endedAt, version.next(now));
        }
        return new Session(id, other, room.profile().shop(), state, startedAt, endedAt, version.next(now));
    }

    private void requireSame(String member, Object current, Object other) {
        if (!current.equals(other)) {
            throw new ProblemException(
                    409,
                    "session.begun",
                    "%s: %s, of a session that is %s (expected: %s)".formatted(member, other, state.word(), current));
        }
    }

    /** Moved so, if it may: 409 {@code transition.refused}, 400 {@code at.invalid}. */
    public Session to(Move move, Instant now) {
        SessionState.TRANSITIONS.check(state, move.to());
        var at = Objects.requireNonNullElse(move.at(), now);
        return switch (move.to()) {
            case LIVE -> new Session(id, plan, shop, move.to(), past(at, now), null, version.next(now));
            case ENDED -> new Session(id, plan, shop, move.to(), startedAt, ended(past(at, now)), version.next(now));
            default -> {
                if (move.at() != null) {
                    throw ProblemException.invalid("at", at, "none: only live and ended have a moment of their own");
                }
                yield new Session(id, plan, shop, move.to(), startedAt, endedAt, version.next(now));
            }
        };
    }

    private static Instant past(Instant at, Instant now) {
        if (at.isAfter(now)) {
            throw ProblemException.invalid("at", at, "not after now, " + now);
        }
        return at;
    }

    private Instant ended(Instant at) {
        if (!at.isAfter(Objects.requireNonNull(startedAt))) {
            throw ProblemException.invalid("at", at, "after it went live, " + startedAt);
        }
        return at;
    }

    @Override
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("room", plan.room());
        members.put("title", plan.title());
        members.put("start", plan.start());
        members.put("end", plan.end());
        members.put("shop", shop);
        members.put("touchpoint", touchpoint());
        members.put("assets", plan.assets().stream().map(Asset::members).toList());
        members.put("state", state);
        members.put("startedAt", startedAt);
        members.put("endedAt", endedAt);
        return members;
    }
}
