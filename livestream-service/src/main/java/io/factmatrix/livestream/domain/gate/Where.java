package io.factmatrix.livestream.domain.gate;

import io.factmatrix.kit.json.Word;

/** Which texts of a session a phrase is looked for in. */
enum Where implements Word {
    SCRIPT,
    TITLES,
    EVERYWHERE;

    boolean isTitles() {
        return this != SCRIPT;
    }

    boolean isScript() {
        return this != TITLES;
    }
}
