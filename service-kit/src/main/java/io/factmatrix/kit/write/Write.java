package io.factmatrix.kit.write;

import io.factmatrix.kit.merchant.Actor;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.revision.IfMatch;
import io.factmatrix.kit.revision.Revision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A write under way, inside its transaction.
 *
 * @param merchant whose things are written
 * @param by who writes
 * @param at when it began, by the database's clock, in whole milliseconds
 * @param expected in which states what is to be changed may be
 * @param consent what was answered to the {@link Consultation} that the work asked for; null as long as it asked for none
 */
public record Write(
        MerchantId merchant,
        Actor by,
        Instant at,
        IfMatch expected,
        @Nullable Consent consent) {

    /** Goes on only if what is to be changed is in a state that the client expects: 412 otherwise. To be asked while its row is held. */
    public void expects(Revision current) {
        expected.check(current);
    }
}
