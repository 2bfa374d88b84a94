package io.factmatrix.campaign.domain.guard;

import io.factmatrix.kit.revision.Revision;
import io.factmatrix.plan.domain.GuardRules;

/**
 * What a merchant wants done with promises that contradict each other. Every merchant has some, from the beginning.
 *
 * @param revision 0 of those that nobody has changed
 */
public record PromiseRules(GuardRules rules, Revision revision) {

    public static final PromiseRules FIRST = new PromiseRules(GuardRules.DEFAULT, new Revision(0));

    /** Saying that; the same when they said so already. */
    public PromiseRules by(GuardRules other) {
        return other.equals(rules) ? this : new PromiseRules(other, revision.next());
    }
}
