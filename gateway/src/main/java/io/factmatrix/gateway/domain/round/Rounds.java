package io.factmatrix.gateway.domain.round;

import io.factmatrix.kit.merchant.MerchantId;
import java.time.Duration;
import java.util.Optional;

/**
 * Whose turn it is: what is done for each merchant now and then is done by one of many replicas, and by another when that one is gone.
 * By the store's clock. Each call is a transaction of its own.
 */
public interface Rounds {

    /** Has that merchant come up in that task, at once when it is new to it. */
    void join(String task, MerchantId merchant);

    /** Has it come up at once. */
    void hasten(String task, MerchantId merchant);

    /** Has it come up no more. */
    void leave(String task, MerchantId merchant);

    /** The merchant who has waited longest; it comes up again after that long if its round is not {@link #done} by then. Empty when none is due. */
    Optional<Round> take(String task, Duration lease);

    /** Has the merchant come up again in that long; false when another took the round over meanwhile, or it was left or hastened. */
    boolean done(Round round, Duration next);
}
