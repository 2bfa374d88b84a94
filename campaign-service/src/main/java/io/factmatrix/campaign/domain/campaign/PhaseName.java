package io.factmatrix.campaign.domain.campaign;

import io.factmatrix.kit.json.Word;

/** The phases of a campaign, in the order in which they come. */
public enum PhaseName implements Word {
    /** 测款: small traffic on many products, to find those that sell. */
    TESTING,
    /** 蓄水: audience is gathered. */
    ACCUMULATION,
    /** 预热 */
    WARM_UP,
    /** 爆发 */
    BURST,
    /** 返场 */
    CONTINUATION
}
