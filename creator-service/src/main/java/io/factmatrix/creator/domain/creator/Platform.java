package io.factmatrix.creator.domain.creator;

import io.factmatrix.kit.json.Word;

/** Where a creator publishes. */
public enum Platform implements Word {
    DOUYIN,
    TIKTOK_SHOP
}
