package io.factmatrix.plan.domain;

import io.factmatrix.kit.json.Word;

/** What is promised. */
public enum PromiseKind implements Word {
    /** A product: at a price, so many, or both. */
    GOODS,
    /** To a KOL: that no other field promises the product at a lower price. */
    PRICE_PROTECTION,
    /** To a KOL: that no other field promises the product at all. */
    EXCLUSIVITY,
    /** That the traffic of a shop, or of all, is concentrated on a campaign. */
    BURST
}
