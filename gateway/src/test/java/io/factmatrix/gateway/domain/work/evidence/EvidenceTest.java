package io.factmatrix.gateway.domain.work.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.gateway.domain.work.Finding;
import io.factmatrix.gateway.domain.work.rule.Department;
import io.factmatrix.gateway.domain.work.rule.RuleKind;
import io.factmatrix.gateway.domain.work.rule.RuleSettings;
import io.factmatrix.gateway.testing.StubService;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.aftersales.FieldAfterSales;
import io.factmatrix.ledger.domain.aftersales.ProductWeek;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.Figures.Fraction;
import io.factmatrix.ledger.domain.figures.Ratio;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each rule finds, and what it leaves. */
class EvidenceTest {

    private static final MerchantId MERCHANT = MerchantId.of("m1");
    private static final Instant AT = Instant.parse("2026-06-20T04:00:00Z");

    private static Judging judging(RuleKind rule) {
        return new Judging(MERCHANT, AT, RuleSettings.usual(rule));
    }

    private static AfterSalesEvidence weeks(ProductWeek... weeks) {
        return new AfterSalesEvidence(new FieldAfterSales(Field.CREATOR, List.of(weeks)));
    }

    private static ProductWeek week(int week, long lines, long refunded, long complaints) {
        return new ProductWeek("serum", week, lines, refunded, lines * 10_000, refunded * 10_000, complaints);
    }

    @Test
    void aRiseBeyondTheBoundsIsASpike() {
        var found = weeks(week(0, 200, 60, 0), week(1, 200, 20, 0), week(2, 200, 20, 0))
                .refundSpikes(judging(RuleKind.REFUND_SPIKE));

        assertThat(found).singleElement().satisfies(spike -> {
            assertThat(spike.cause()).isEqualTo("creator/serum");
            assertThat(spike.department()).isEqualTo(Department.GOODS);
            assertThat(spike.facts()).containsEntry("refundedLines", 60L).containsEntry("linesBefore", 400L);
            assertThat(spike.evidence())
                    .isEqualTo(
                            "/v1/merchants/m1/departments/goods?from=2026-06-13&to=2026-06-20&zone=Asia%2FShanghai&currency=CNY");
            // 200 lines of 100.00 × (0.3 − 0.1).
            assertThat(spike.expected().value()).isEqualTo(400_000);
            assertThat(spike.expected().lower()).isLessThan(BigInteger.valueOf(400_000));
            assertThat(spike.expected().upper()).isGreaterThan(BigInteger.valueOf(400_000));
        });
    }

    @Test
    void chanceIsNoSpike() {
        assertThat(weeks(week(0, 200, 26, 0), week(1, 400, 40, 0)).refundSpikes(judging(RuleKind.REFUND_SPIKE)))
                .isEmpty();
        assertThat(weeks(week(0, 10, 10, 0), week(1, 400, 40, 0)).refundSpikes(judging(RuleKind.REFUND_SPIKE)))
                .isEmpty();
        assertThat(weeks(week(0, 200, 60, 0)).refundSpikes(judging(RuleKind.REFUND_SPIKE)))
                .isEmpty();
    }

    /** Ten thousand products whose share of refunds never changes: that at three sigmas nearly none is found is what the rule promises. */
    @Test
    void ofProductsThatDoNotChangeFewAreFound() {
        var random = new Random(7);
        var products = new ArrayList<ProductWeek>();
        for (int product = 0; product < 10_000; product++) {
            var name = "p-" + product;
            double share = 0.02 + 0.3 * random.nextDouble();
            IntStream.range(0, 5).forEach(week -> {
                long lines = 50L + random.nextInt(400);
                long refunded = IntStream.range(0, (int) lines)
                        .filter(line -> random.nextDouble() < share)
                        .count();
                products.add(new ProductWeek(name, week, lines, refunded, lines, refunded, 0));
            });
        }
        var found = weeks(products.toArray(ProductWeek[]::new)).refundSpikes(judging(RuleKind.REFUND_SPIKE));
        assertThat(found).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void complaintsThatComeTogetherAreACluster() {
        var judging = judging(RuleKind.COMPLAINT_CLUSTER);
        assertThat(weeks(week(0, 200, 0, 20), week(1, 400, 0, 2)).complaintClusters(judging))
                .singleElement()
                .satisfies(cluster -> {
                    assertThat(cluster.department()).isEqualTo(Department.SERVICE);
                    assertThat(cluster.expected().value()).isNull();
                    assertThat(cluster.expected().unknown()).isNotNull();
                });
        assertThat(weeks(week(0, 20, 0, 4), week(1, 4_000, 0, 0)).complaintClusters(judging))
                .isEmpty();
    }

    private static Figures day(long gmv, long views, long impressions) {
        return StubService.figures(
                gmv, Map.of(Ratio.ENTER, new Fraction(BigInteger.valueOf(views), BigInteger.valueOf(impressions))));
    }

    private static List<Finding> steps(int knownDays, long views) {
        var judging = judging(RuleKind.WEAK_STEP);
        var last = judging.lastDays(1).start();
        var days = new HashMap<Instant, Figures>();
        days.put(last, day(100_000, views, 10_000));
        IntStream.rangeClosed(1, knownDays)
                .forEach(day -> days.put(last.minus(Duration.ofDays(day)), day(200_000, 2_000, 10_000)));
        return new StepEvidence(Field.LIVESTREAM, last, days).weakSteps(judging);
    }

    @Test
    void aStepThatLetsFewerPassIsWeak() {
        assertThat(steps(28, 1_000)).singleElement().satisfies(weak -> {
            assertThat(weak.cause()).isEqualTo("livestream/enter");
            assertThat(weak.department()).isEqualTo(Department.CONTENT);
            // 1,000.00 × (0.2 / 0.1 − 1); all days were alike.
            assertThat(weak.expected().value()).isEqualTo(100_000);
            assertThat(weak.expected().lower()).isEqualTo(100_000);
        });
        assertThat(steps(28, 1_500)).isEmpty();
        assertThat(steps(13, 1_000)).isEmpty();
    }

    @Test
    void whatNobodyPassedHasNoPrice() {
        assertThat(steps(28, 0))
                .singleElement()
                .satisfies(weak -> assertThat(weak.expected().value()).isNull());
    }

    @Test
    void whatIsLateByLessThanItsGraceIsLeft() {
        var late = new Overdue("outreach", "o1", "c1", AT.minus(Duration.ofHours(5)));
        assertThat(late.finding(judging(RuleKind.OUTREACH_OVERDUE)))
                .get()
                .satisfies(found -> assertThat(found.evidence()).isEqualTo("/v1/merchants/m1/outreaches/o1"));
        assertThat(new Overdue("outreach", "o1", "c1", AT).finding(judging(RuleKind.OUTREACH_OVERDUE)))
                .isEmpty();
    }

    private static Stream<Finding> guarantee(int hoursPassed, String kept) {
        var from = AT.minus(Duration.ofHours(hoursPassed));
        return new Guarantee("e1", "CNY", "1000.00", from, from.plus(Duration.ofHours(10)), kept)
                .finding(judging(RuleKind.GUARANTEE_AT_RISK)).stream();
    }

    @Test
    void aGuaranteeIsAtRiskWhenItsPaceFallsShort() {
        assertThat(guarantee(6, "300.00")).singleElement().satisfies(risk -> {
            assertThat(risk.expected().value()).isEqualTo(50_000);
            assertThat(risk.expected().lower()).isEqualTo(0);
            assertThat(risk.expected().upper()).isEqualTo(70_000);
        });
        assertThat(guarantee(6, "560.00")).isEmpty();
        assertThat(guarantee(4, "0.00")).isEmpty();
        assertThat(guarantee(11, "999.99"))
                .singleElement()
                .satisfies(short_ -> assertThat(short_.expected().upper()).isEqualTo(1));
        assertThat(guarantee(11, "1000.00")).isEmpty();
    }

    @Test
    void aCampaignIsOffWhenEvenTheUpperBoundFallsShort() {
        var judging = judging(RuleKind.PACING_OFF);
        assertThat(new Pace("c1", "CNY", "1000.00", "100.00", "800.00", "700.00", "900.00").finding(judging))
                .get()
                .satisfies(off -> {
                    assertThat(off.expected().value()).isEqualTo(20_000);
                    assertThat(off.expected().lower()).isEqualTo(10_000);
                    assertThat(off.expected().upper()).isEqualTo(30_000);
                });
        assertThat(new Pace("c1", "CNY", "1000.00", "100.00", "800.00", "600.00", "1000.00").finding(judging))
                .isEmpty();
        assertThat(new Pace("c1", "CNY", "1000.00", "100.00", null, null, null).finding(judging))
                .isEmpty();
        assertThat(new Pace("c1", "CNY", null, "100.00", "1.00", "1.00", "1.00").finding(judging))
                .isEmpty();
    }
}
