package io.factmatrix.kol;

import io.factmatrix.kit.testing.MetricRules;

class MetricsTest extends MetricRules {

    MetricsTest() {
        super("kol-service", "services", "all");
    }

    @Override
    protected String management() {
        return Desk.management();
    }
}
