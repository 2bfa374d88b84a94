package io.factmatrix.livestream.domain.rundown;

import io.factmatrix.kit.revision.Revision;

/**
 * A line of a rundown.
 *
 * @param rank lines stand in the order of their ranks; moving one leaves the ranks of the others
 * @param revision of its content
 */
public record Line(LineId id, long rank, LineContent content, Revision revision) {

    Line with(LineContent other) {
        return other.equals(content) ? this : new Line(id, rank, other, revision.next());
    }

    Line at(long other) {
        return new Line(id, other, content, revision);
    }
}
