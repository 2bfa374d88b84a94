package io.factmatrix.plan.domain.calendar;

import io.factmatrix.kit.json.Word;

/** What happens. */
public enum EntryKind implements Word {
    SESSION,
    CAMPAIGN_PHASE,
    OFFER,
    ENGAGEMENT,
    /** Others promise no lower price. */
    PRICE_PROTECTION,
    /** Others do not promise the product. */
    EXCLUSIVITY,
    /** Something of an engagement is to be done. */
    MILESTONE,
    /** An outreach is to leave the state that it is in. */
    OUTREACH_DUE,
    COLLABORATION,
    /** A creator is to have received a sample. */
    SAMPLE_DUE,
    /** Content of a creator is to be linked. */
    CONTENT_DUE
}
