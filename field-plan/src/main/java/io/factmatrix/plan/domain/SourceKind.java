package io.factmatrix.plan.domain;

import io.factmatrix.kit.json.Word;

/** What promises something. */
public enum SourceKind implements Word {
    /** A line of the rundown of a session that is planned, ready or live. */
    RUNDOWN_LINE,
    /** What is agreed with creators. */
    COLLABORATION,
    /** An offer that is open. */
    OFFER,
    /** The burst of a campaign that is scheduled or runs. */
    CAMPAIGN,
    /** What is signed with a KOL. */
    ENGAGEMENT
}
