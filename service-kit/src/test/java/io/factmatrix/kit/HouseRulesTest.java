package io.factmatrix.kit;

import io.factmatrix.kit.testing.HouseRules;

class HouseRulesTest extends HouseRules {

    HouseRulesTest() {
        super("io.factmatrix.kit");
    }
}
