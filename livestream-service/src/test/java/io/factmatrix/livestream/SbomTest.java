package io.factmatrix.livestream;

import io.factmatrix.kit.testing.SbomRules;

class SbomTest extends SbomRules {

    SbomTest() {
        super("## livestream-service");
    }
}
