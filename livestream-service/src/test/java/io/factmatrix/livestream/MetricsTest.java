package io.factmatrix.livestream;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.kit.testing.MetricRules;
import io.factmatrix.ledger.application.ParkedRefunds;
import org.junit.jupiter.api.Test;

class MetricsTest extends MetricRules {

    private static final String PAID =
            "{\"id\":\"o-1\",\"type\":\"order.paid\",\"field\":\"livestream\",\"touchpoint\":\"t\","
                    + "\"occurredAt\":\"2026-06-18T20:00:00Z\",\"order\":\"A1\",\"product\":\"p\",\"quantity\":1,"
                    + "\"amount\":{\"amount\":\"9.00\",\"currency\":\"CNY\"}}";

    private static final String REFUND = "{\"id\":\"r-1\",\"type\":\"order.refunded\",\"field\":\"livestream\","
            + "\"occurredAt\":\"2026-06-18T21:00:00Z\",\"order\":\"B1\",\"amount\":{\"amount\":\"9.00\",\"currency\":\"CNY\"}}";

    MetricsTest() {
        super("livestream-service", "services", "all");
    }

    @Override
    protected String management() {
        return Desk.management();
    }

    private static void ingest(Desk desk, String... lines) {
        assertThat(desk.post("/events", String.join("\n", lines), "Content-Type", "application/x-ndjson")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void linesAreCountedByWhatBecameOfThem() throws Exception {
        var desk = Desk.fresh("integration");
        double stored = told("fact_ingest_events_total{outcome=\"stored\"}");
        double duplicates = told("fact_ingest_events_total{outcome=\"duplicate\"}");
        double rejected = told("fact_ingest_events_total{outcome=\"rejected\"}");
        double commits = told("fact_ingest_commit_seconds_count");
        double broken = told("fact_ingest_rejections_total{code=\"json.invalid\"}");

        ingest(desk, PAID, PAID, "{", PAID.replace("9.00", "8.00"));

        assertThat(told("fact_ingest_events_total{outcome=\"stored\"}")).isEqualTo(stored + 1);
        assertThat(told("fact_ingest_events_total{outcome=\"duplicate\"}")).isEqualTo(duplicates + 1);
        assertThat(told("fact_ingest_events_total{outcome=\"rejected\"}")).isEqualTo(rejected + 2);
        assertThat(told("fact_ingest_rejections_total{code=\"json.invalid\"}")).isEqualTo(broken + 1);
        assertThat(told("fact_ingest_rejections_total{code=\"event.conflict\"}"))
                .isPositive();
        assertThat(told("fact_ingest_commit_seconds_count")).isEqualTo(commits + 1);
        assertThat(told("fact_ingest_age_seconds")).isNotNaN();
    }

    @Test
    void aRefundIsParkedUntilItsLineComes() throws Exception {
        var desk = Desk.fresh("integration");
        double before = parked();

        ingest(desk, REFUND);
        assertThat(parked()).isEqualTo(before + 1);

        ingest(desk, PAID.replace("A1", "B1"));
        assertThat(parked()).isEqualTo(before);
    }

    private double parked() throws Exception {
        Desk.bean(ParkedRefunds.class).count().block();
        return told("fact_refunds_parked");
    }

    @Test
    void anAnswerGivenAgainIsCounted() throws Exception {
        var desk = Desk.fresh();
        double before = told("fact_idempotency_replays_total");

        for (int turn = 0; turn < 3; turn++) {
            desk.add("{\"name\":\"Studio 1\",\"platform\":\"douyin\"}", "Idempotency-Key", "k");
        }

        assertThat(told("fact_idempotency_replays_total")).isEqualTo(before + 2);
    }

    @Test
    void aProblemIsCountedByItsCode() throws Exception {
        var desk = Desk.fresh();

        desk.get("/rooms/nobody");
        double once = told("fact_problems_total{code=\"room.unknown\",status=\"404\"}");
        desk.get("/rooms/nobody");

        assertThat(told("fact_problems_total{code=\"room.unknown\",status=\"404\"}"))
                .isEqualTo(once + 1);
    }
}
