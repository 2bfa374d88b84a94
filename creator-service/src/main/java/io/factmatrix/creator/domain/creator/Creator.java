package io.factmatrix.creator.domain.creator;

import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.resource.Resource;
import io.factmatrix.kit.revision.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody who sells with content of their own. */
public record Creator(CreatorId id, CreatorProfile profile, CreatorState state, Version version)
        implements Resource<CreatorId> {

    /** A new one, active. */
    public static Creator added(CreatorId id, CreatorProfile profile, Instant now) {
        return new Creator(id, profile, CreatorState.ACTIVE, Version.first(now));
    }

    /** With that profile; the same creator when it had it already. */
    public Creator with(CreatorProfile other, Instant now) {
        return other.equals(profile) ? this : new Creator(id, other, state, version.next(now));
    }

    /** In that state, if it may go there. */
    public Creator to(CreatorState target, Instant now) {
        CreatorState.TRANSITIONS.check(state, target);
        return new Creator(id, profile, target, version.next(now));
    }

    /** 409 {@code creator.blocked} when nothing is to be agreed with this one. */
    public void requireActive() {
        if (state != CreatorState.ACTIVE) {
            throw new ProblemException(
                    409, "creator.blocked", "creator: %s is blocked (expected: an active one)".formatted(id));
        }
    }

    @Override
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("name", profile.name());
        members.put("platform", profile.account().platform());
        members.put("handle", profile.account().handle());
        members.put("tier", profile.tier());
        members.put("categories", profile.categories());
        members.put("prices", profile.prices().members());
        members.put("audience", profile.audience().members());
        members.put("past", profile.past().members());
        members.put("state", state);
        return members;
    }
}
