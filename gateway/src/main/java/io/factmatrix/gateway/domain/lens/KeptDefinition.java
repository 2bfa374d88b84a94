package io.factmatrix.gateway.domain.lens;

import io.factmatrix.kit.revision.Revision;

/**
 * What a lens shows a merchant.
 *
 * @param revision 0 of one that nobody has changed
 */
public record KeptDefinition(LensDefinition definition, Revision revision) {

    /** What it shows by default. */
    public static KeptDefinition usual(Lens lens) {
        return new KeptDefinition(UsualDefinitions.of(lens), new Revision(0));
    }

    /** Showing that; the same when it did so already. */
    public KeptDefinition by(LensDefinition other) {
        return other.equals(definition) ? this : new KeptDefinition(other, revision.next());
    }
}
