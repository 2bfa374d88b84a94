package io.factmatrix.plan.domain;

import java.util.List;

/**
 * What a write is about to promise. It holds, for all who look, until it is removed: kept, withdrawn, or found to be too old.
 *
 * @param id the smaller one goes first where two are in each other's way
 */
public record Announcement(String id, List<Promise> promises) {

    public Announcement {
        promises = List.copyOf(promises);
    }
}
