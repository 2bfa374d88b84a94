package io.factmatrix.gateway;

import io.factmatrix.kit.testing.SbomRules;

class SbomTest extends SbomRules {

    SbomTest() {
        super("# Third-party libraries");
    }
}
