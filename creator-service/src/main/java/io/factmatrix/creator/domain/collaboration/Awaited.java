package io.factmatrix.creator.domain.collaboration;

import io.factmatrix.kit.json.Word;

/** What can be overdue of a participation. */
public enum Awaited implements Word {
    SAMPLE,
    CONTENT
}
