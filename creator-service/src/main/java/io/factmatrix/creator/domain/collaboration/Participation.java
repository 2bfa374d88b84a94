package io.factmatrix.creator.domain.collaboration;

import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.kit.resource.Resource;
import io.factmatrix.kit.revision.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A creator who takes part in a collaboration.
 *
 * @param contentLinkedAt when content was linked for the first time, by which the fixed fee is earned; null when none ever was
 */
public record Participation(
        ParticipationId id,
        CollaborationId collaboration,
        CreatorId creator,
        ParticipationPlan plan,
        @Nullable Instant contentLinkedAt,
        Version version)
        implements Resource<ParticipationId> {

    /** A new one. */
    public static Participation begun(
            ParticipationId id, CollaborationId collaboration, CreatorId creator, ParticipationPlan plan, Instant now) {
        return new Participation(
                id, collaboration, creator, plan, plan.touchpoints().isEmpty() ? null : now, Version.first(now));
    }

    /** By that plan; the same participation when it had it already. */
    public Participation by(ParticipationPlan other, Instant now) {
        if (other.equals(plan)) {
            return this;
        }
        boolean first = contentLinkedAt == null && !other.touchpoints().isEmpty();
        return new Participation(id, collaboration, creator, other, first ? now : contentLinkedAt, version.next(now));
    }

    /** By when its sample is waited for; null when it is not, or for ever. */
    public @Nullable Instant sampleAwaitedBy() {
        return plan.sample().awaitedBy();
    }

    /** By when its content is waited for; null when it is not, or for ever. */
    public @Nullable Instant contentAwaitedBy() {
        return plan.touchpoints().isEmpty() ? plan.contentDue() : null;
    }

    @Override
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("collaboration", collaboration);
        members.put("creator", creator);
        members.put("sample", plan.sample().members());
        members.put("contentDue", plan.contentDue());
        members.put("touchpoints", plan.touchpoints());
        members.put("contentLinkedAt", contentLinkedAt);
        return members;
    }
}
