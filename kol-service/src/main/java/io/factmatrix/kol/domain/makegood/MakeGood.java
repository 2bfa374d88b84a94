package io.factmatrix.kol.domain.makegood;

import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.resource.Resource;
import io.factmatrix.kit.revision.Version;
import io.factmatrix.kol.domain.engagement.EngagementId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the shortfall of an engagement is made good. */
public record MakeGood(
        MakeGoodId id, EngagementId engagement, MakeGoodOffer offer, MakeGoodState state, Version version)
        implements Resource<MakeGoodId> {

    /** A new one. */
    public static MakeGood proposed(MakeGoodId id, EngagementId engagement, MakeGoodOffer offer, Instant now) {
        return new MakeGood(id, engagement, offer, MakeGoodState.PROPOSED, Version.first(now));
    }

    /** With that offer; the same make-good when it was that already. 409 {@code make-good.agreed} once it is. */
    public MakeGood with(MakeGoodOffer other, Instant now) {
        if (other.equals(offer)) {
            return this;
        }
        if (state != MakeGoodState.PROPOSED) {
            throw new ProblemException(
                    409,
                    "make-good.agreed",
                    "make-good: %s is %s (expected: one that is proposed)".formatted(id, state.word()));
        }
        return new MakeGood(id, engagement, other, state, version.next(now));
    }

    /** In that state, if it may go there. */
    public MakeGood to(MakeGoodState target, Instant now) {
        MakeGoodState.TRANSITIONS.check(state, target);
        return new MakeGood(id, engagement, offer, target, version.next(now));
    }

    @Override
    public Map<String, @Nullable Object> members() {
        var amount = offer.amount();
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("engagement", engagement);
        members.put("kind", offer.kind());
        members.put("amount", amount == null ? null : amount.members());
        members.put("madeGoodBy", offer.madeGoodBy());
        members.put("note", offer.note());
        members.put("state", state);
        return members;
    }
}
