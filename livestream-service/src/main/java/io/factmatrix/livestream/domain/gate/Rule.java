package io.factmatrix.livestream.domain.gate;

import io.factmatrix.kit.resource.Resource;
import io.factmatrix.kit.revision.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every session must keep to before it may go live. */
public record Rule(RuleId id, RuleProfile profile, RuleState state, Version version) implements Resource<RuleId> {

    /** A new one, active. */
    public static Rule made(RuleId id, RuleProfile profile, Instant now) {
        return new Rule(id, profile, RuleState.ACTIVE, Version.first(now));
    }

    /** With that profile; the same rule when it had it already. */
    public Rule with(RuleProfile other, Instant now) {
        return other.equals(profile) ? this : new Rule(id, other, state, version.next(now));
    }

    /** In that state, if it may go there. */
    public Rule to(RuleState target, Instant now) {
        RuleState.TRANSITIONS.check(state, target);
        return new Rule(id, profile, target, version.next(now));
    }

    @Override
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("name", profile.name());
        members.put("gate", profile.gate());
        members.put("severity", profile.severity());
        members.put("fix", profile.fix());
        members.put("condition", profile.condition().members());
        members.put("state", state);
        return members;
    }
}
