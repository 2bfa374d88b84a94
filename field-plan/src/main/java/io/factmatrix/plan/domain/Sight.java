package io.factmatrix.plan.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a field answers to who looks, all as of one moment.
 *
 * @param kept promises that were asked for
 * @param announced all that is about to be promised there
 * @param rulebook null where the rules are kept elsewhere
 */
public record Sight(
        List<Promise> kept,
        List<Announcement> announced,
        @Nullable Rulebook rulebook) {

    public Sight {
        kept = List.copyOf(kept);
        announced = List.copyOf(announced);
    }
}
