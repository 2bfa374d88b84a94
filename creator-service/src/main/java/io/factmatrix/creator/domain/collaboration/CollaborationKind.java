package io.factmatrix.creator.domain.collaboration;

import io.factmatrix.kit.json.Word;

/** Who may take part: any creator, or those that are named. */
public enum CollaborationKind implements Word {
    OPEN,
    TARGETED
}
