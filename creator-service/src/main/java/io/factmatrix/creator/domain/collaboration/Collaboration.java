package io.factmatrix.creator.domain.collaboration;

import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.resource.Resource;
import io.factmatrix.kit.revision.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Terms that creators may take. What was earned under them is not changed by changing them. */
public record Collaboration(CollaborationId id, CollaborationTerms terms, CollaborationState state, Version version)
        implements Resource<CollaborationId> {

    /** A new one, a draft. */
    public static Collaboration drafted(CollaborationId id, CollaborationTerms terms, Instant now) {
        return new Collaboration(id, terms, CollaborationState.DRAFT, Version.first(now));
    }

    /**
     * On those terms; the same collaboration when it had them already. 409 {@code collaboration.over}, {@code collaboration.binding}, {@code
     * rates.in_force}.
     */
    public Collaboration on(CollaborationTerms other, Instant now) {
        if (other.equals(terms)) {
            return this;
        }
        requireGoingOn();
        if (state == CollaborationState.ACTIVE) {
            requireSamePast(other, now);
        }
        return new Collaboration(id, other, state, version.next(now));
    }

    private void requireSamePast(CollaborationTerms other, Instant now) {
        var before = terms.members();
        var after = other.members();
        for (var fixed : new String[] {"kind", "products", "currency", "zone", "fee"}) {
            requireSame(fixed, before.get(fixed), after.get(fixed));
        }
        requireSame("window.start", terms.window().start(), other.window().start());
        if (!terms.window().until(now).equals(other.window().until(now))) {
            throw binding("window.end", other.window().end(), "a future one in the place of a future one");
        }
        terms.rates().requireSamePast(other.rates(), now);
    }

    private void requireSame(String member, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            throw binding(member, after, "as it is, " + before);
        }
    }

    private ProblemException binding(String member, @Nullable Object value, String expected) {
        return new ProblemException(
                409,
                "collaboration.binding",
                "%s: %s (expected: %s, since %s is active)".formatted(member, value, expected, id),
                Map.of("member", member));
    }

    /** In that state, if it may go there. One that ends before its time ends now. */
    public Collaboration to(CollaborationState target, Instant now) {
        CollaborationState.TRANSITIONS.check(state, target);
        var then = target == CollaborationState.ENDED ? terms.until(now) : terms;
        return new Collaboration(id, then, target, version.next(now));
    }

    /** 409 {@code collaboration.over} when nothing is to be done with it any more. */
    public void requireGoingOn() {
        if (state.isOver()) {
            throw new ProblemException(
                    409,
                    "collaboration.over",
                    "collaboration: %s is %s (expected: a draft or an active one)".formatted(id, state.word()));
        }
    }

    /** 409 {@code creator.unnamed} when it is not for that creator. */
    public void requireFor(CreatorId creator) {
        if (terms.kind() == CollaborationKind.TARGETED && !terms.creators().contains(creator)) {
            throw new ProblemException(
                    409,
                    "creator.unnamed",
                    "creator: %s (expected: one of the %d that %s is for)"
                            .formatted(creator, terms.creators().size(), id));
        }
    }

    @Override
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<>(terms.members());
        members.put("state", state);
        return members;
    }
}
