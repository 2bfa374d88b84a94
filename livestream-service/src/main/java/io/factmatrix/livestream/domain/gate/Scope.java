package io.factmatrix.livestream.domain.gate;

import io.factmatrix.kit.json.Word;

/** Whether something must be there once for a session, or with every line that offers a product. */
enum Scope implements Word {
    SESSION,
    LINE
}
