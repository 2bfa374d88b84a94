package io.factmatrix.gateway.domain.notification;

import io.factmatrix.kit.merchant.MerchantId;

/** What is yet to be told. Kept in the transaction of what happened: both are, or neither. */
public interface Notifications {

    void add(MerchantId merchant, Notification notification);
}
