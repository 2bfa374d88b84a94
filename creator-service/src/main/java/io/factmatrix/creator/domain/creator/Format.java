package io.factmatrix.creator.domain.creator;

import io.factmatrix.kit.json.Word;

/** What a creator makes for a fixed price. */
public enum Format implements Word {
    LIVE,
    VIDEO
}
