package io.factmatrix.livestream;

import io.factmatrix.kit.testing.MetricRules;

class MetricsTest extends MetricRules {

    MetricsTest() {
        super("livestream-service", "services", "all");
    }

    @Override
    protected String management() {
        return Desk.management();
    }
}
