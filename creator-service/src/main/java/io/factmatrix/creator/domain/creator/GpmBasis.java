package io.factmatrix.creator.domain.creator;

import io.factmatrix.kit.json.Word;

/** What a thousand of is meant by a GPM. */
public enum GpmBasis implements Word {
    IMPRESSION,
    VIEW
}
