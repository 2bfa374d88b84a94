package io.factmatrix.livestream.domain.host;

import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.resource.Resource;
import io.factmatrix.kit.revision.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who stands before the camera. */
public record Host(HostId id, HostProfile profile, HostState state, Version version) implements Resource<HostId> {

    /** A new one, active. */
    public static Host engaged(HostId id, HostProfile profile, Instant now) {
        return new Host(id, profile, HostState.ACTIVE, Version.first(now));
    }

    /** With that profile; the same host when it had it already. Shifts that were planned stay, whatever the working time is now. */
    public Host with(HostProfile other, Instant now) {
        return other.equals(profile) ? this : new Host(id, other, state, version.next(now));
    }

    /** In that state, if it may go there. */
    public Host to(HostState target, Instant now) {
        HostState.TRANSITIONS.check(state, target);
        return new Host(id, profile, target, version.next(now));
    }

    /** 409 {@code host.left} when no shift is to be planned. */
    public void requireActive() {
        if (state != HostState.ACTIVE) {
            throw new ProblemException(409, "host.left", "host: %s has left (expected: an active one)".formatted(id));
        }
    }

    @Override
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("name", profile.name());
        members.put("zone", profile.zone().getId());
        members.put("workingTime", profile.workingTime().members());
        members.put("state", state);
        return members;
    }
}
