package io.factmatrix.plan.domain;

import io.factmatrix.kit.json.Word;

/** What becomes of a write that promises what it should not. */
public enum Reaction implements Word {
    REFUSE,
    /** It is done, and its answer says so. */
    WARN
}
