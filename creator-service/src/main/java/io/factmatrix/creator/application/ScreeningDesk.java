package io.factmatrix.creator.application;

import io.factmatrix.creator.domain.creator.Creator;
import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.creator.domain.creator.Creators;
import io.factmatrix.creator.domain.screening.Screened;
import io.factmatrix.creator.domain.screening.Screening;
import io.factmatrix.creator.domain.screening.ScreeningId;
import io.factmatrix.creator.domain.screening.ScreeningPlan;
import io.factmatrix.creator.domain.screening.Screenings;
import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.write.Register;
import io.factmatrix.kit.write.Write;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What can be done with screenings, each inside one transaction of the merchant. */
public final class ScreeningDesk {

    /** Read at once: memory does not grow with the directory. */
    private static final int PART = 1000;

    private final Screenings screenings;
    private final Register<ScreeningId, Screening> register;
    private final Creators creators;
    private final NewIds ids;

    public ScreeningDesk(
            Screenings screenings, Register<ScreeningId, Screening> register, Creators creators, NewIds ids) {
        this.screenings = screenings;
        this.register = register;
        this.creators = creators;
        this.ids = ids;
    }

    public Screening add(Write write, ScreeningPlan plan) {
        return register.add(write, Screening.planned(new ScreeningId(ids.next(write.at())), plan, write.at()));
    }

    /** 404 {@code screening.unknown}, 412 {@code revision.mismatch}. */
    public Screening change(Write write, ScreeningId id, ScreeningPlan plan) {
        return register.change(write, id, "changed", screening -> screening.by(plan, write.at()));
    }

    /** 404 {@code screening.unknown}. */
    public Screening find(MerchantId merchant, ScreeningId id) {
        return register.find(merchant, id);
    }

    /** At most so many, the newest first, made before that one. */
    public List<Screening> list(MerchantId merchant, @Nullable ScreeningId before, int limit) {
        return screenings.list(merchant, before, limit);
    }

    /**
     * At most so many of the creators who suit, as the directory is now, the best first. 404 {@code screening.unknown}.
     *
     * @param after only those behind that place; null for all
     */
    public List<Screened> results(MerchantId merchant, ScreeningId id, Screened.@Nullable Rank after, int limit) {
        var screening = register.find(merchant, id);
        var best = new TreeMap<Screened.Rank, Screened>();
        List<Creator> part;
        @Nullable CreatorId last = null;
        do {
            part = creators.active(merchant, last, PART);
            for (var creator : part) {
                screening
                        .screen(creator)
                        .filter(screened -> after == null || screened.rank().compareTo(after) > 0)
                        .ifPresent(screened -> best.put(screened.rank(), screened));
                if (best.size() > limit) {
                    best.pollLastEntry();
                }
                last = creator.id();
            }
        } while (part.size() == PART);
        return List.copyOf(best.values());
    }
}
