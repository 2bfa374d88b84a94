package io.factmatrix.livestream.domain.gate;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.livestream.domain.session.SessionId;
import java.util.Map;

/** What was let pass. To be used inside a transaction of the merchant. */
public interface Overrides {

    /** Those given for a session, by the failures they are for. */
    Map<String, GateOverride> of(MerchantId merchant, SessionId session);

    /** The first one given for a failure is the one. */
    void add(MerchantId merchant, SessionId session, GateOverride override);
}
