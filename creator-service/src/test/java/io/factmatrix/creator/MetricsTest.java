package io.factmatrix.creator;

import io.factmatrix.kit.testing.MetricRules;

class MetricsTest extends MetricRules {

    MetricsTest() {
        super("creator-service", "services", "all");
    }

    @Override
    protected String management() {
        return Desk.management();
    }
}
