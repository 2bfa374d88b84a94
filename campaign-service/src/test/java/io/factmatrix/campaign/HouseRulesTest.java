package io.factmatrix.campaign;

import io.factmatrix.kit.testing.HouseRules;

class HouseRulesTest extends HouseRules {

    HouseRulesTest() {
        super("io.factmatrix.campaign");
    }
}
