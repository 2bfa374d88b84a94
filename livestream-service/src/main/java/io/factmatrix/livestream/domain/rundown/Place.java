package io.factmatrix.livestream.domain.rundown;

import org.jspecify.annotations.Nullable;

/**
 * Where a line is to stand.
 *
 * @param beside which other one; null: at the end
 * @param before it, and not behind
 */
public record Place(@Nullable LineId beside, boolean before) {

    public static final Place LAST = new Place(null, false);
}
