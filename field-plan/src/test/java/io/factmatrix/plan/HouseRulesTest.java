package io.factmatrix.plan;

import io.factmatrix.kit.testing.HouseRules;

class HouseRulesTest extends HouseRules {

    HouseRulesTest() {
        super("io.factmatrix.plan");
    }
}
