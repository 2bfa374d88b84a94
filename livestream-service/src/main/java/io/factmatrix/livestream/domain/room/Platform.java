package io.factmatrix.livestream.domain.room;

import io.factmatrix.kit.json.Word;

/** Where a shop sells. */
public enum Platform implements Word {
    DOUYIN,
    TIKTOK_SHOP
}
