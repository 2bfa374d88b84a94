package io.factmatrix.livestream.domain.review;

import io.factmatrix.kit.json.Word;

/** What a rate is taken of: counters, or counted heads. The two are never mixed. */
public enum Basis implements Word {
    COUNTS,
    PEOPLE
}
