package io.factmatrix.gateway;

import io.factmatrix.gateway.testing.RunningGateway;
import io.factmatrix.kit.testing.MetricRules;
import org.junit.jupiter.api.AfterAll;

class MetricsTest extends MetricRules {

    private static final RunningGateway GATEWAY = new RunningGateway();

    MetricsTest() {
        super("gateway", "gateway", "all");
    }

    @AfterAll
    static void stop() {
        GATEWAY.close();
    }

    @Override
    protected String management() {
        GATEWAY.get("/livez");
        return "http://localhost:" + GATEWAY.setting("local.management.port");
    }
}
