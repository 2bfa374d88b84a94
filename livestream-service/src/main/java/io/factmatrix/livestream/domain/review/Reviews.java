package io.factmatrix.livestream.domain.review;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.livestream.domain.session.SessionId;
import java.util.Optional;

/** The figures of sessions as they were when they were reviewed. To be used inside a transaction of the merchant. */
public interface Reviews {

    /** Empty of a session that nobody has reviewed. */
    Optional<AsReviewed> find(MerchantId merchant, SessionId session);

    /** A session is reviewed once. */
    void add(MerchantId merchant, SessionId session, AsReviewed reviewed);
}
