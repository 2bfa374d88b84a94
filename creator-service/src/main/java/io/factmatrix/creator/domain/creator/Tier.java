package io.factmatrix.creator.domain.creator;

import io.factmatrix.kit.json.Word;

/**
 * How large a creator is, as the merchant judges it. As a rule by followers: head from 1,000,000, mid from 100,000, tail from 10,000, seed below; nothing
 * is derived from the number, for platforms and categories differ.
 */
public enum Tier implements Word {
    HEAD,
    MID,
    TAIL,
    SEED
}
