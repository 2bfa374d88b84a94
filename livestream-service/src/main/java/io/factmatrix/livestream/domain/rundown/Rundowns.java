package io.factmatrix.livestream.domain.rundown;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.livestream.domain.session.SessionId;
import java.util.Optional;

/** The rundowns of sessions. To be used inside a transaction of the merchant; nobody else changes one while its session is held. */
public interface Rundowns {

    Optional<Rundown> find(MerchantId merchant, SessionId session);

    void add(MerchantId merchant, Rundown rundown);

    /** Writes what is different after from before. */
    void replace(MerchantId merchant, Rundown before, Rundown after);
}
