package io.factmatrix.ledger.domain.figures;

import io.factmatrix.kit.merchant.MerchantId;
import java.util.Map;

/** What a merchant's touchpoints are, by what names them: the sessions, contents, pages and engagements that a field keeps. */
public interface TouchpointKinds {

    /** The kind of each touchpoint that is named, in the transaction of the caller; all others are {@link TouchpointKind#OTHER}. */
    Map<String, TouchpointKind> of(MerchantId merchant);
}
