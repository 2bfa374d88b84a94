package io.factmatrix.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.gateway.testing.RunningGateway;
import io.factmatrix.gateway.testing.StubService.Mood;
import io.factmatrix.kit.testing.MetricRules;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MetricsTest extends MetricRules {

    private static final RunningGateway GATEWAY = new RunningGateway();

    MetricsTest() {
        super("gateway", "gateway", "all");
    }

    @AfterAll
    static void stop() {
        GATEWAY.close();
    }

    @Test
    void sectionsAreCountedByWhereTheyCameFrom() throws Exception {
        GATEWAY.reset();
        double asked = told("fact_view_sections_total{field=\"kol\",source=\"asked\"}");
        double missing = told("fact_view_sections_total{field=\"creator\",source=\"missing\"}");
        double merged = told("fact_view_merge_seconds_count");
        GATEWAY.creator().is(Mood.FAILING);

        GATEWAY.get("/v1/merchants/m1/operating-view?from=2026-06-01&to=2026-07-01&zone=Asia/Shanghai&currency=CNY");

        assertThat(told("fact_view_sections_total{field=\"kol\",source=\"asked\"}"))
                .isEqualTo(asked + 1);
        assertThat(told("fact_view_sections_total{field=\"creator\",source=\"missing\"}"))
                .isEqualTo(missing + 1);
        assertThat(told("fact_view_merge_seconds_count")).isEqualTo(merged + 1);
        GATEWAY.reset();
    }

    @Test
    void linesAreCountedByWhatBecameOfThem() throws Exception {
        GATEWAY.reset();
        double rejected = told("fact_ingest_lines_total{outcome=\"rejected\"}");
        double undecided = told("fact_ingest_lines_total{outcome=\"undecided\"}");
        double broken = told("fact_ingest_rejections_total{code=\"json.invalid\"}");
        GATEWAY.kol().is(Mood.FAILING);

        GATEWAY.ingest("application/x-ndjson", "{\n{\"id\":\"e-1\",\"field\":\"kol\"}\n");

        assertThat(told("fact_ingest_lines_total{outcome=\"rejected\"}")).isEqualTo(rejected + 1);
        assertThat(told("fact_ingest_lines_total{outcome=\"undecided\"}")).isEqualTo(undecided + 1);
        assertThat(told("fact_ingest_rejections_total{code=\"json.invalid\"}")).isEqualTo(broken + 1);
        GATEWAY.reset();
    }

    @Override
    protected String management() {
        GATEWAY.get("/livez");
        return "http://localhost:" + GATEWAY.setting("local.management.port");
    }
}
