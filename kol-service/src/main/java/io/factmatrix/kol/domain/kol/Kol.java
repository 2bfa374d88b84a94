package io.factmatrix.kol.domain.kol;

import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.resource.Resource;
import io.factmatrix.kit.revision.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whom the merchant may engage. */
public record Kol(KolId id, KolProfile profile, KolState state, Version version) implements Resource<KolId> {

    /** A new one, active. */
    public static Kol listed(KolId id, KolProfile profile, Instant now) {
        return new Kol(id, profile, KolState.ACTIVE, Version.first(now));
    }

    /** With that profile; the same KOL when it had it already. */
    public Kol with(KolProfile other, Instant now) {
        return other.equals(profile) ? this : new Kol(id, other, state, version.next(now));
    }

    /** In that state, if it may go there. What was signed stays signed. */
    public Kol to(KolState target, Instant now) {
        KolState.TRANSITIONS.check(state, target);
        return new Kol(id, profile, target, version.next(now));
    }

    /** 409 {@code kol.blocked} when nothing is to be signed. */
    public void requireActive() {
        if (state != KolState.ACTIVE) {
            throw new ProblemException(
                    409, "kol.blocked", "kol: %s is blocked (expected: an active one)".formatted(id));
        }
    }

    @Override
    public Map<String, @Nullable Object> members() {
        var slotFee = profile.slotFee();
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("name", profile.name());
        members.put("platform", profile.platform());
        members.put("handle", profile.handle());
        members.put("categories", profile.categories());
        members.put("agency", profile.agency());
        members.put("slotFee", slotFee == null ? null : slotFee.members());
        members.put("pastFigures", profile.pastFigures().members());
        members.put("state", state);
        return members;
    }
}
