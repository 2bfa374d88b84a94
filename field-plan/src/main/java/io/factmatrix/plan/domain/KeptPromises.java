package io.factmatrix.plan.domain;

import io.factmatrix.kit.merchant.MerchantId;
import java.util.List;

/** What is promised in this field, read from where it is kept. In a transaction of the merchant. */
public interface KeptPromises {

    /** Of a field in which nothing is promised. */
    KeptPromises NONE = (merchant, look, from, sources) -> List.of();

    /**
     * What was asked for, source by source, in the order of their ids.
     *
     * @param from the id of the first source; empty for all
     * @param sources at most so many, of those that promise something that was asked for
     */
    List<Promise> list(MerchantId merchant, Look look, String from, int sources);
}
