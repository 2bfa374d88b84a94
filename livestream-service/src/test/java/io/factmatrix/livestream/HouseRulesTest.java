package io.factmatrix.livestream;

import io.factmatrix.kit.testing.HouseRules;

class HouseRulesTest extends HouseRules {

    HouseRulesTest() {
        super("io.factmatrix.livestream");
    }
}
