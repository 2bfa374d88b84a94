package io.factmatrix.gateway.domain.webhook;

import io.factmatrix.kit.json.Word;

/** Why nothing is sent to an endpoint. */
public enum Disabling implements Word {
    /** Somebody of the merchant's wanted it so. */
    ASKED,
    /** It has failed for as long as is tried. */
    FAILING,
    /** It answered 410. */
    GONE
}
