package io.factmatrix.livestream.domain.gate;

import io.factmatrix.kit.json.Word;

/** What a merchant must control before a session goes live. */
public enum Gate implements Word {
    BRAND,
    SELECTION,
    DISCOUNT,
    SCRIPT
}
