package io.factmatrix.deploy.bench;

import io.factmatrix.kit.testing.HouseRules;

class HouseRulesTest extends HouseRules {

    HouseRulesTest() {
        super("io.factmatrix.deploy.bench");
    }
}
