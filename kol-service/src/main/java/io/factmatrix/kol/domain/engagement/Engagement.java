package io.factmatrix.kol.domain.engagement;

import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.resource.Resource;
import io.factmatrix.kit.revision.Version;
import io.factmatrix.plan.domain.Span;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is agreed with a KOL about one slot: the touchpoint of what happens in it. */
public record Engagement(EngagementId id, EngagementTerms terms, EngagementState state, Version version)
        implements Resource<EngagementId> {

    /** A new one, a draft. 400 when something was done after now. */
    public static Engagement drafted(EngagementId id, EngagementTerms terms, Instant now) {
        requirePast(terms, now);
        return new Engagement(id, terms, EngagementState.DRAFT, Version.first(now));
    }

    private static void requirePast(EngagementTerms terms, Instant now) {
        terms.milestones().forEach(milestone -> requirePast("milestones", "doneAt", milestone.doneAt(), now));
        terms.payments().forEach(payment -> requirePast("payments", "paidAt", payment.paidAt(), now));
    }

    private static void requirePast(String member, String which, @Nullable Instant at, Instant now) {
        if (at != null && at.isAfter(now)) {
            throw ProblemException.invalid(member, which + " " + at, "not after now, " + now);
        }
    }

    /** By which its events call it. */
    public String touchpoint() {
        var given = terms.touchpoint();
        return given == null ? id.value() : given;
    }

    /**
     * On those terms; the same engagement when it had them already. 409 {@code engagement.over} when nothing of it changes any more, {@code engagement.signed}
     * when that member of it does not: KOL and shop once it is signed, the slot once it is live. Whoever changes one that {@linkplain
     * EngagementState#isBinding() binds} checks it again.
     */
    public Engagement by(EngagementTerms other, Instant now) {
        if (other.equals(terms)) {
            return this;
        }
        if (state.isOver()) {
            throw new ProblemException(
                    409,
                    "engagement.over",
                    "engagement: %s is %s (expected: one that is draft, signed or live)".formatted(id, state.word()));
        }
        requirePast(other, now);
        if (state != EngagementState.DRAFT) {
            requireSame("kol", terms.kol(), other.kol());
            requireSame("shop", terms.shop(), other.shop());
        }
        if (state == EngagementState.LIVE) {
            requireSame("start", terms.slot().start(), other.slot().start());
            requireSame("end", terms.slot().end(), other.slot().end());
        }
        return new Engagement(id, other, state, version.next(now));
    }

    private void requireSame(String member, Object current, Object other) {
        if (!current.equals(other)) {
            throw new ProblemException(
                    409,
                    "engagement.signed",
                    "%s: %s, of an engagement that is %s (expected: %s)"
                            .formatted(member, other, state.word(), current));
        }
    }

    /** In that state, if it may go there. */
    public Engagement to(EngagementState target, Instant now) {
        EngagementState.TRANSITIONS.check(state, target);
        return new Engagement(id, terms, target, version.next(now));
    }

    @Override
    public Map<String, @Nullable Object> members() {
        var guarantee = terms.guarantee();
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("kol", terms.kol());
        members.put("title", terms.title());
        members.put("start", terms.slot().start());
        members.put("end", terms.slot().end());
        members.put("shop", terms.shop());
        members.put("touchpoint", touchpoint());
        members.put("slotFee", terms.slotFee().members());
        members.put("commission", terms.commission());
        members.put("guaranteedGmv", guarantee == null ? null : guarantee.gmv().members());
        members.put("guaranteeWindow", guarantee == null ? null : window(guarantee.window()));
        members.put("goodsCostShare", terms.goodsCostShare());
        members.put(
                "products",
                terms.products().stream().map(PromisedProduct::members).toList());
        members.put("clauses", terms.clauses().stream().map(Clause::members).toList());
        members.put(
                "milestones",
                terms.milestones().stream().map(Milestone::members).toList());
        members.put("payments", terms.payments().stream().map(Payment::members).toList());
        members.put("state", state);
        return members;
    }

    private static Map<String, Object> window(Span window) {
        var members = new LinkedHashMap<String, Object>();
        members.put("from", window.start());
        members.put("to", window.end());
        return members;
    }
}
