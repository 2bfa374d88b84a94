package io.factmatrix.creator.domain.screening;

import io.factmatrix.kit.json.Word;

/** What becomes of a creator of whom nobody knows whether a criterion is met. */
public enum Unknowns implements Word {
    EXCLUDE,
    INCLUDE
}
