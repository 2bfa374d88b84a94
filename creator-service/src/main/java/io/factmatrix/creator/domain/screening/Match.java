package io.factmatrix.creator.domain.screening;

import io.factmatrix.kit.json.Word;

/** How many of some categories a creator must be known for. */
public enum Match implements Word {
    ANY,
    ALL
}
