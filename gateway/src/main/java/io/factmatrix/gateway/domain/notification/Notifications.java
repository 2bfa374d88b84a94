package io.factmatrix.gateway.domain.notification;

import io.factmatrix.kit.merchant.MerchantId;

/**
 * What is to be told. Kept in the transaction of what happened: both are, or neither. From here to the end of the transaction nobody else adds for that key: to be called while what
 * happened is held, and with several keys in the order in which those are.
 */
public interface Notifications {

    /** Has it told to all who ask for its type. */
    void add(MerchantId merchant, Notification notification);

    /** Has it told in the place of those of its key that are not told yet. */
    void addLatest(MerchantId merchant, Notification notification);
}
