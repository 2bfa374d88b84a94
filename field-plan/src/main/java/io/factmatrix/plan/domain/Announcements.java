package io.factmatrix.plan.domain;

import io.factmatrix.kit.merchant.MerchantId;
import java.util.List;

/** What is about to be promised in this field. Each in a transaction of the merchant. */
public interface Announcements {

    /** For some seconds, by the store's clock, in which the write must be done. */
    void add(MerchantId merchant, Announcement announcement);

    /** False when it was not there any more: somebody has found it to be too old, and went on without it. */
    boolean remove(MerchantId merchant, String id);

    /** All that there are. */
    Announced all(MerchantId merchant);

    /** Removes those that are too old, but for such as are being kept at this moment. */
    void removeOld(MerchantId merchant);

    /**
     * @param old whether there are some that are too old
     */
    record Announced(List<Announcement> announcements, boolean old) {}
}
