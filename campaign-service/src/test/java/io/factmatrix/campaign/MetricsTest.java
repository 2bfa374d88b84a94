package io.factmatrix.campaign;

import io.factmatrix.kit.testing.MetricRules;

class MetricsTest extends MetricRules {

    MetricsTest() {
        super("campaign-service", "services", "all", "campaign");
    }

    @Override
    protected String management() {
        return Desk.management();
    }
}
