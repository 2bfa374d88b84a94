package io.factmatrix.creator.domain.screening;

import io.factmatrix.creator.domain.creator.Creator;
import io.factmatrix.kit.resource.Resource;
import io.factmatrix.kit.revision.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A question to the directory that can be asked again. */
public record Screening(ScreeningId id, ScreeningPlan plan, Version version) implements Resource<ScreeningId> {

    public static Screening planned(ScreeningId id, ScreeningPlan plan, Instant now) {
        return new Screening(id, plan, Version.first(now));
    }

    /** By that plan; the same screening when it had it already. */
    public Screening by(ScreeningPlan other, Instant now) {
        return other.equals(plan) ? this : new Screening(id, other, version.next(now));
    }

    /** How the creator comes off; empty when left out. */
    public Optional<Screened> screen(Creator creator) {
        return plan.criteria()
                .undecided(creator.profile())
                .map(undecided -> new Screened(creator, Score.of(creator.profile(), plan.parts()), undecided));
    }

    @Override
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("name", plan.name());
        members.put("criteria", plan.criteria().members());
        members.put("weights", plan.weights());
        return members;
    }
}
