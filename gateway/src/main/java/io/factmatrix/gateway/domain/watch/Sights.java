package io.factmatrix.gateway.domain.watch;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.event.Field;
import java.util.List;
import java.util.Set;

/** What watches saw last. To be used inside a transaction of the merchant. */
public interface Sights {

    List<Sight> all(MerchantId merchant, String watch);

    /** The fields that it has looked at. */
    Set<Field> watched(MerchantId merchant, String watch);

    /** In the place of what was seen of the same ids. */
    void keep(MerchantId merchant, String watch, List<Sight> sights);

    void forget(MerchantId merchant, String watch, List<Sight> sights);

    /** It has looked at these fields, too. */
    void watch(MerchantId merchant, String watch, Set<Field> fields);

    /** It has never looked. */
    void end(MerchantId merchant, String watch);
}
