package io.factmatrix.ledger.domain.figures;

import io.factmatrix.kit.json.Word;

/** What a touchpoint is. */
public enum TouchpointKind implements Word {
    SESSION,
    CONTENT,
    CAMPAIGN_PAGE,
    ENGAGEMENT,
    /** Nothing names it: a shop's own pages, say. */
    OTHER
}
