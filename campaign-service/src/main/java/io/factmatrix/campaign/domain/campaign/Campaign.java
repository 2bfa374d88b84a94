package io.factmatrix.campaign.domain.campaign;

import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.resource.Resource;
import io.factmatrix.kit.revision.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A campaign. */
public record Campaign(CampaignId id, CampaignPlan plan, CampaignState state, Version version)
        implements Resource<CampaignId> {

    /** A new one. */
    public static Campaign drafted(CampaignId id, CampaignPlan plan, Instant now) {
        return new Campaign(id, plan, CampaignState.DRAFT, Version.first(now));
    }

    /** 409 {@code campaign.over} when nothing more is offered in it. */
    public void requireOngoing() {
        if (!state.isAhead() && state != CampaignState.RUNNING) {
            throw over("one that is draft, scheduled or running");
        }
    }

    private ProblemException over(String expected) {
        return new ProblemException(
                409, "campaign.over", "campaign: %s is %s (expected: %s)".formatted(id, state.word(), expected));
    }

    /**
     * By that plan; the same campaign when it had it already.
     *
     * <p>Once it runs, its kind stays, what has begun of its phases stays begun, what is over of them stays, and no page goes: they have events. Once it has ended, its phases, goals and
     * budgets stay, too: 409 {@code campaign.begun} names the member. Once it is reported or cancelled all stays: 409 {@code campaign.over}. A plan without
     * phases is no more than a draft: 409 {@code campaign.incomplete}.
     */
    public Campaign by(CampaignPlan other, Instant now) {
        if (other.equals(plan)) {
            return this;
        }
        if (state.isOver()) {
            throw over("one that is not");
        }
        if (!state.isAhead()) {
            requireSame("kind", plan.kind().word(), other.kind().word());
            requirePages(other);
            if (state == CampaignState.RUNNING) {
                requirePast(other, now);
            } else {
                requireSame("phases", plan.phases(), other.phases());
                requireSame("goals", plan.goals(), other.goals());
                requireSame("budgets", plan.budgets(), other.budgets());
            }
        }
        return complete(new Campaign(id, other, state, version.next(now)));
    }

    private void requireSame(String member, Object current, Object other) {
        if (!current.equals(other)) {
            throw begun(
                    "%s: another one, of a campaign that is %s (expected: as it was)".formatted(member, state.word()));
        }
    }

    private void requirePages(CampaignPlan other) {
        for (var page : plan.pages()) {
            if (!other.pages().contains(page)) {
                throw begun("pages: without %s of shop %s, of a campaign that is %s (expected: with all that it had)"
                        .formatted(page.touchpoint(), page.shop(), state.word()));
            }
        }
    }

    /** Nothing of what happened until now is told otherwise. */
    private void requirePast(CampaignPlan other, Instant now) {
        for (var name : PhaseName.values()) {
            var before = begun(plan, name, now);
            var after = begun(other, name, now);
            if (!Objects.equals(before == null ? null : before.start(), after == null ? null : after.start())) {
                throw begun("phases: %s starts %s (expected: %s)"
                        .formatted(
                                name.word(),
                                starts(other, name),
                                before == null
                                        ? "after now, " + now
                                        : before.start().toString()));
            }
            if (before != null && after != null && !before.end().equals(after.end())) {
                requireOpen(before, after, now);
            }
        }
    }

    private void requireOpen(Phase before, Phase after, Instant now) {
        if (!before.end().isAfter(now)) {
            throw begun("phases: %s ends %s (expected: %s, which is past)"
                    .formatted(before.name().word(), after.end(), before.end()));
        }
        if (after.end().isBefore(now)) {
            throw begun("phases: %s ends %s (expected: not before now, %s)"
                    .formatted(before.name().word(), after.end(), now));
        }
    }

    private static String starts(CampaignPlan plan, PhaseName name) {
        return plan.phase(name).map(phase -> phase.start().toString()).orElse("never");
    }

    private static @Nullable Phase begun(CampaignPlan plan, PhaseName name, Instant now) {
        return plan.phase(name).filter(phase -> !phase.start().isAfter(now)).orElse(null);
    }

    private static ProblemException begun(String detail) {
        return new ProblemException(409, "campaign.begun", detail);
    }

    /** Moved there, if it may: 409 {@code transition.refused}, {@code campaign.incomplete}. */
    public Campaign to(CampaignState next, Instant now) {
        CampaignState.TRANSITIONS.check(state, next);
        return complete(new Campaign(id, plan, next, version.next(now)));
    }

    private static Campaign complete(Campaign campaign) {
        var state = campaign.state();
        boolean needsNone = state == CampaignState.DRAFT || state == CampaignState.CANCELLED;
        if (!needsNone && campaign.plan().phases().isEmpty()) {
            throw new ProblemException(
                    409,
                    "campaign.incomplete",
                    "phases: none, of a campaign that is %s (expected: at least one)".formatted(state.word()));
        }
        return campaign;
    }

    @Override
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("kind", plan.kind());
        members.put("name", plan.name());
        members.put("phases", plan.phases().stream().map(Phase::members).toList());
        members.put("goals", plan.goals().members());
        members.put("budgets", plan.budgets().stream().map(Budget::members).toList());
        members.put("scope", plan.scope().members());
        members.put("pages", plan.pages().stream().map(CampaignPage::members).toList());
        members.put("state", state);
        return members;
    }
}
