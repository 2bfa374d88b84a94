package io.factmatrix.kit.revision;

import java.time.Instant;

/**
 * Which state of a thing this is.
 *
 * @param createdAt when the thing was made
 * @param changedAt when it came into this state
 */
public record Version(Revision revision, Instant createdAt, Instant changedAt) {

    /** Of a thing made at that moment. */
    public static Version first(Instant now) {
        return new Version(Revision.FIRST, now, now);
    }

    /** The one after this. */
    public Version next(Instant now) {
        return new Version(revision.next(), createdAt, now);
    }
}
