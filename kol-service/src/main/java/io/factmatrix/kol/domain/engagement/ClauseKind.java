package io.factmatrix.kol.domain.engagement;

import io.factmatrix.kit.json.Word;

/** What a clause forbids the merchant. */
public enum ClauseKind implements Word {
    /** To let another KOL sell these products, or products of these categories. */
    EXCLUSIVITY,
    /** To promise a lower price for these products to anybody else. */
    PRICE_PROTECTION
}
