package io.factmatrix.kol.domain.kol;

import io.factmatrix.kit.json.Word;

/** Where a KOL is. */
public enum Platform implements Word {
    DOUYIN,
    TIKTOK_SHOP
}
