package io.factmatrix.livestream.domain.gate;

import io.factmatrix.kit.json.Word;

/** What a failure means. */
public enum Severity implements Word {
    /** The session does not go live, unless the failure is overridden. */
    BLOCKING,
    /** It is only told. */
    WARNING
}
