package io.factmatrix.creator.domain.marginal;

import io.factmatrix.kit.merchant.MerchantId;
import java.util.List;

/** The creators of merchants who have content. */
@FunctionalInterface
public interface LinkedCreators {

    /** All of them, in the order in which they came; of two who came at once, by their ids. */
    List<LinkedCreator> find(MerchantId merchant);
}
