package io.factmatrix.creator;

import io.factmatrix.kit.testing.HouseRules;

class HouseRulesTest extends HouseRules {

    HouseRulesTest() {
        super("io.factmatrix.creator");
    }
}
