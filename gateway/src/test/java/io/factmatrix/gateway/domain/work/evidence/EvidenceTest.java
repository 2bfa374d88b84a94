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
import io.factmatrix.ledger.domain.aftersales.TouchpointWeek;
import io.factmatrix.ledger.domain.arrival.FieldArrivals;
import io.factmatrix.ledger.domain.arrival.Gap;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.Figures.Fraction;
import io.factmatrix.ledger.domain.figures.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What each rule finds, and what it leaves. */
class EvidenceTest {

    private static final MerchantId MERCHANT = MerchantId.of("m1");
    private static final Instant AT = Instant.parse("2026-06-20T04:00:00Z");

    private static Judging judging(RuleKind rule) {
        return new Judging(MERCHANT, AT, RuleSettings.usual(rule));
    }

    private static AfterSalesEvidence weeks(ProductWeek... weeks) {
        return new AfterSalesEvidence(new FieldAfterSales(Field.CREATOR, List.of(weeks), List.of()));
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

    private static Stream<Finding> goal(
            @Nullable String goal, @Nullable String projected, @Nullable String lower, @Nullable String upper) {
        return new Pace("c1", "CNY", goal, "100.00", projected, lower, upper, List.of())
                .findings(judging(RuleKind.PACING_OFF));
    }

    @Test
    void aCampaignIsOffWhenEvenTheUpperBoundFallsShort() {
        assertThat(goal("1000.00", "800.00", "700.00", "900.00"))
                .singleElement()
                .satisfies(off -> {
                    assertThat(off.expected().value()).isEqualTo(20_000);
                    assertThat(off.expected().lower()).isEqualTo(10_000);
                    assertThat(off.expected().upper()).isEqualTo(30_000);
                });
        assertThat(goal("1000.00", "800.00", "600.00", "1000.00")).isEmpty();
        assertThat(goal("1000.00", null, null, null)).isEmpty();
        assertThat(goal(null, "1.00", "1.00", "1.00")).isEmpty();
    }

    private static Optional<Finding> budget(
            @Nullable String budget, String spent, @Nullable String projected, String elapsed) {
        return new BudgetPace("c1", "CNY", "ads", budget, spent, projected, new BigDecimal(elapsed))
                .finding(judging(RuleKind.PACING_OFF));
    }

    @Test
    void aBudgetIsOffWhenItIsSpentOrWillBe() {
        assertThat(budget("100.00", "100.01", "100.01", "0.01")).get().satisfies(off -> {
            assertThat(off.cause()).isEqualTo("c1/budget/ads");
            assertThat(off.expected().value()).isEqualTo(1);
        });
        assertThat(budget("100.00", "60.00", "120.00", "0.5")).get().satisfies(off -> {
            assertThat(off.expected().value()).isNull();
            assertThat(off.weight()).isEqualByComparingTo("0.2");
        });
        assertThat(budget("100.00", "55.00", "110.00", "0.5")).isEmpty();
        assertThat(budget("100.00", "60.00", "300.00", "0.2")).isEmpty();
        assertThat(budget("100.00", "0.00", null, "0")).isEmpty();
        assertThat(budget(null, "60.00", "120.00", "0.5")).isEmpty();
        assertThat(budget("0.00", "0.01", "0.02", "0.5")).isPresent();
    }

    private static List<Finding> clusters(TouchpointWeek... weeks) {
        return new TouchpointComplaints(new FieldAfterSales(Field.CREATOR, List.of(), List.of(weeks)))
                .clusters(judging(RuleKind.COMPLAINT_CLUSTER));
    }

    private static TouchpointWeek of(@Nullable String touchpoint, int week, long lines, long complaints) {
        return new TouchpointWeek(touchpoint, week, lines, complaints);
    }

    @Test
    void complaintsOfATouchpointAreComparedWithThoseOfItsField() {
        assertThat(clusters(
                        of("night-1", 0, 0, 20),
                        of("night-1", 1, 200, 0),
                        of(null, 0, 900, 22),
                        of(null, 1, 4_000, 40)))
                .singleElement()
                .satisfies(cluster -> {
                    assertThat(cluster.cause()).isEqualTo("touchpoint/creator/night-1");
                    assertThat(cluster.department()).isEqualTo(Department.SERVICE);
                    assertThat(cluster.facts()).containsEntry("lines", 200L).containsEntry("complaints", 20L);
                });
        // As often as is usual, too few, nothing sold, and a field without a past.
        assertThat(clusters(of("night-1", 1, 2_000, 0), of("night-1", 0, 0, 20), of(null, 1, 4_000, 40)))
                .isEmpty();
        assertThat(clusters(of("night-1", 0, 10, 4), of(null, 1, 4_000, 40))).isEmpty();
        assertThat(clusters(of("night-1", 0, 0, 20), of(null, 1, 4_000, 40))).isEmpty();
        assertThat(clusters(of("night-1", 0, 100, 20), of(null, 0, 100, 20))).isEmpty();
    }

    /** Two thousand sessions, each complained of as often as any, whenever in the weeks after it. */
    @Test
    void ofTouchpointsThatAreAsUsualFewAreFound() {
        var random = new Random(7);
        var weeks = new ArrayList<TouchpointWeek>();
        var ofField = new long[5][2];
        for (int session = 0; session < 2_000; session++) {
            int held = random.nextInt(5);
            var complaints = new long[5];
            int lines = 50 + random.nextInt(400);
            for (int line = 0; line < lines; line++) {
                if (random.nextDouble() < 0.03) {
                    int later = held - (int) Math.floor(-Math.log(1 - random.nextDouble()));
                    if (later >= 0) {
                        complaints[later]++;
                    }
                }
            }
            for (int week = 0; week < 5; week++) {
                weeks.add(of("night-" + session, week, week == held ? lines : 0, complaints[week]));
                ofField[week][0] += week == held ? lines : 0;
                ofField[week][1] += complaints[week];
            }
        }
        for (int week = 0; week < 5; week++) {
            weeks.add(of(null, week, ofField[week][0], ofField[week][1]));
        }
        assertThat(clusters(weeks.toArray(TouchpointWeek[]::new))).hasSizeLessThanOrEqualTo(5);
    }

    private static Optional<Finding> silent(int historyDays, int silentHours, int longestHours) {
        var last = AT.minus(Duration.ofHours(silentHours));
        var first = last.minus(Duration.ofDays(historyDays));
        var longest = longestHours == 0 ? null : new Gap(first, first.plus(Duration.ofHours(longestHours)));
        return new SilentField(new FieldArrivals(Field.KOL, first, last, longest))
                .finding(judging(RuleKind.FIELD_SILENT));
    }

    @Test
    void aFieldIsSilentWhenNothingComesForLongerThanEver() {
        assertThat(silent(28, 7, 0)).get().satisfies(silent -> {
            assertThat(silent.department()).isEqualTo(Department.CREATORS);
            assertThat(silent.fields()).containsExactly(Field.KOL);
            assertThat(silent.evidence()).contains("/departments/creators?");
        });
        assertThat(silent(28, 6, 0)).isEmpty();
        assertThat(silent(28, 40, 40)).isEmpty();
        assertThat(silent(28, 41, 40)).isPresent();
        assertThat(silent(13, 100, 0)).isEmpty();
        assertThat(new SilentField(new FieldArrivals(Field.KOL, null, null, null))
                        .finding(judging(RuleKind.FIELD_SILENT)))
                .isEmpty();
    }
}
