package io.factmatrix.gateway.domain.change;

import java.util.Optional;

/**
 * Two periods, of a field or of all.
 *
 * @param of whose: the name of the field, or {@code total}
 */
public record Sides(String of, Side before, Side after) {

    /** Why the change has no parts; empty when it has. */
    public Optional<Unexplained> obstacle() {
        return before.obstacle(of, "before").or(() -> after.obstacle(of, "asked for"));
    }

    /** Of what has no obstacle. */
    public Change change() {
        return new Change(before.orNone(), after.orNone());
    }

    /** Nothing is known of it in both periods: it is in neither GPM. */
    boolean isOutside() {
        return before.chain() == null && after.chain() == null;
    }

    /** It came or went: by the limit of its share to 0, all that it brought or took is mix. */
    boolean isOneSided() {
        return before.isIdle() || after.isIdle();
    }
}
