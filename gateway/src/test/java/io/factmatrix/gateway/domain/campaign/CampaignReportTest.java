package io.factmatrix.gateway.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.ledger.domain.event.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports on campaigns of a merchant who sells 100.00 in livestreams at noon of each day, and 10.00 at 21:00, from May 2026 on; in the time of Shanghai. */
class CampaignReportTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant LATER = Instant.parse("2027-01-01T00:00:00Z");

    /** Five days in July, the last two of them the burst. */
    private static final Plan JULY = Plan.of("c-1")
            .phase("warm-up", "2026-07-06T00:00:00+08:00", "2026-07-09T00:00:00+08:00")
            .phase("burst", "2026-07-09T00:00:00+08:00", "2026-07-11T00:00:00+08:00");

    private static Stream<Line> every(LocalDate from, LocalDate to, long atNoon) {
        return from.datesUntil(to)
                .flatMap(day -> Stream.of(
                        Line.paid(Field.LIVESTREAM, "serum", "s-1", day + "T04:00:00Z", atNoon),
                        Line.paid(Field.LIVESTREAM, "cream", "s-2", day + "T13:00:00Z", 10_00)));
    }

    private static List<Line> usual(Line... more) {
        var lines = new ArrayList<>(every(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 9, 1), 100_00)
                .toList());
        lines.addAll(List.of(more));
        return lines;
    }

    private static JsonNode report(Plan plan, List<Line> lines, Plan... others) {
        return report(plan, lines, LATER, List.of(), others);
    }

    private static JsonNode report(Plan plan, List<Line> lines, Instant now, List<Field> away, Plan... others) {
        return report(plan, lines, ZONE, now, away, others);
    }

    private static JsonNode report(
            Plan plan, List<Line> lines, ZoneId zone, Instant now, List<Field> away, Plan... others) {
        var all = Stream.concat(Stream.of(plan), Stream.of(others))
                .map(Plan::campaign)
                .toList();
        var question = CampaignQuestion.of(plan.campaign(), all, zone, null, now);
        var sections = Line.answers(question, lines, away.toArray(Field[]::new));
        return JsonMapper.shared().valueToTree(new CampaignReport(question, sections).body(MerchantId.of("m1")));
    }

    /** Ten times the usual in the burst, half of it on the six days after, and one refund of a third of a line weeks later. */
    private static List<Line> eventful() {
        var lines = new ArrayList<>(every(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 7, 9), 100_00)
                .toList());
        lines.addAll(every(LocalDate.of(2026, 7, 9), LocalDate.of(2026, 7, 11), 1000_00)
                .toList());
        lines.addAll(every(LocalDate.of(2026, 7, 11), LocalDate.of(2026, 7, 17), 50_00)
                .toList());
        lines.addAll(every(LocalDate.of(2026, 7, 17), LocalDate.of(2026, 9, 1), 100_00)
                .toList());
        lines.add(new Line(Field.LIVESTREAM, "serum", "s-1", Instant.parse("2026-07-09T04:00:00Z"), 0, 0, 300_00));
        lines.add(new Line(Field.LIVESTREAM, "serum", "s-1", Instant.parse("2026-08-20T04:00:00Z"), 0, 300_00, 0));
        return lines;
    }

    @Test
    void whatWasSoldIsSeenBesideWhatWouldHaveBeenSold() {
        var report = report(JULY, eventful());
        assertThat(report.at("/effect/gmv").toString())
                .isEqualTo("{\"actual\":\"2350.00\",\"baseline\":\"550.00\",\"uplift\":\"1800.00\","
                        + "\"burst\":{\"actual\":\"2020.00\",\"baseline\":\"220.00\",\"multiple\":9.181818},"
                        + "\"pullForward\":{\"actual\":\"1240.00\",\"baseline\":\"1540.00\",\"shortfall\":\"300.00\",\"share\":0.166667},"
                        + "\"unknown\":{}}");
        // What is refunded later is refunded of the campaign's, not of the day on which it is.
        assertThat(report.at("/effect/netGmv/uplift").stringValue()).isEqualTo("1800.00");
        assertThat(report.at("/effect/netGmvOfPeriod/uplift").stringValue()).isEqualTo("1500.00");
        assertThat(report.at("/effect/netGmvOfPeriod/pullForward/share").decimalValue())
                .isEqualByComparingTo("0.2");
        assertThat(report.get("complete").booleanValue()).isTrue();
        assertThat(report.at("/baseline/from").stringValue()).isEqualTo("2026-05-11");
        assertThat(report.at("/after/to").stringValue()).isEqualTo("2026-07-25");
        assertThat(report.at("/period/from").stringValue()).isEqualTo("2026-07-05T16:00:00Z");
    }

    @Test
    void directAndAssistedAreApart() {
        var plan = JULY.pages("p-1").touchpoint(Field.KOL, "night").products("serum");
        var report = report(
                plan,
                usual(
                        // Whatever is sold at a page of its own is its own.
                        Line.paid(Field.CAMPAIGN, "cream", "p-1", "2026-07-09T04:00:00Z", 7_00),
                        Line.paid(Field.CAMPAIGN, "serum", "p-2", "2026-07-09T04:00:00Z", 70_00),
                        Line.paid(Field.KOL, "serum", "night", "2026-07-09T04:00:00Z", 5_00),
                        Line.paid(Field.KOL, "cream", "night", "2026-07-09T04:00:00Z", 50_00),
                        Line.paid(Field.KOL, "serum", "day", "2026-07-09T04:00:00Z", 500_00)));
        assertThat(report.at("/direct/gmv/actual").stringValue()).isEqualTo("7.00");
        assertThat(report.at("/assisted/kol/gmv/actual").stringValue()).isEqualTo("5.00");
        assertThat(report.at("/assisted/livestream/inScope").booleanValue()).isFalse();
        assertThat(report.at("/assisted/livestream/status").stringValue()).isEqualTo("fresh");
        assertThat(report.at("/assisted/livestream").has("gmv")).isFalse();
        assertThat(report.at("/effect/gmv/actual").stringValue()).isEqualTo("12.00");
        // They sold nothing before; the merchant did, so that is known.
        assertThat(report.at("/effect/gmv/baseline").stringValue()).isEqualTo("0.00");
        assertThat(report.at("/effect/gmv/unknown/burst.multiple").stringValue())
                .isEqualTo("its baseline is 0");
    }

    @Test
    void aBurstThatBeginsInTheEveningIsComparedWithEvenings() {
        var plan = Plan.of("c-1").phase("burst", "2026-07-09T20:00:00+08:00", "2026-07-10T13:00:00+08:00");
        var report = report(plan, usual(Line.paid(Field.KOL, "serum", "x", "2026-07-09T12:00:00Z", 90_00)));
        // The evening of Thursday and the noon of Friday.
        assertThat(report.at("/effect/gmv/actual").stringValue()).isEqualTo("200.00");
        assertThat(report.at("/effect/gmv/baseline").stringValue()).isEqualTo("110.00");
        assertThat(report.at("/after/from").stringValue()).isEqualTo("2026-07-11");
    }

    /** On 29 March clocks go from one to two, in London: that Sunday has nothing from half past one to two. */
    @Test
    void aPartOfADayThatAnotherLeavesOutIsNothingThere() {
        var plan = Plan.of("c-1").phase("burst", "2026-04-05T01:30:00+01:00", "2026-04-05T02:00:00+01:00");
        var lines = LocalDate.of(2026, 2, 1)
                .datesUntil(LocalDate.of(2026, 5, 1))
                .map(day -> Line.paid(Field.KOL, "serum", "x", day + "T00:30:00Z", 100))
                .toList();
        var london = ZoneId.of("Europe/London");
        var gmv = report(plan, lines, london, LATER, List.of()).at("/effect/gmv");
        assertThat(gmv.get("actual").stringValue()).isEqualTo("1.00");
        // Until then it was half past midnight.
        assertThat(gmv.get("baseline").stringValue()).isEqualTo("0.00");
    }

    @Test
    void daysOfOtherBurstsTellNothing() {
        var lines = eventful();
        var june = Plan.of("c-2").phase("burst", "2026-06-11T20:00:00+08:00", "2026-06-12T02:00:00+08:00");
        var july = Plan.of("c-3")
                .phase("warm-up", "2026-07-12T00:00:00+08:00", "2026-07-13T00:00:00+08:00")
                .phase("burst", "2026-07-13T00:00:00+08:00", "2026-07-14T00:00:00+08:00");
        var cancelled = Plan.of("c-4")
                .phase("burst", "2026-06-18T00:00:00+08:00", "2026-06-19T00:00:00+08:00")
                .is("cancelled");
        var report = report(JULY, lines, june, july, cancelled);
        assertThat(report.at("/baseline/leftOut").toString())
                .isEqualTo(
                        "[{\"date\":\"2026-06-11\",\"reason\":\"burst of c-2\"},{\"date\":\"2026-06-12\",\"reason\":\"burst of c-2\"}]");
        assertThat(report.at("/after/leftOut").toString())
                .isEqualTo("[{\"date\":\"2026-07-13\",\"reason\":\"burst of c-3\"}]");
        assertThat(report.at("/effect/gmv/pullForward/shortfall").stringValue()).isEqualTo("250.00");
        assertThat(report.get("overlaps")).isEmpty();
    }

    @Test
    void ofLessThanThreeDaysThereIsNoBaseline() {
        var few = every(LocalDate.of(2026, 6, 17), LocalDate.of(2026, 9, 1), 100_00)
                .toList();
        var report = report(JULY, few);
        assertThat(report.at("/baseline/leftOut")).hasSize(37);
        assertThat(report.at("/baseline/leftOut/0/reason").stringValue()).isEqualTo("before the first event");
        assertThat(report.at("/effect/gmv/actual").stringValue()).isEqualTo("550.00");
        assertThat(report.at("/effect/gmv/baseline").isNull()).isTrue();
        assertThat(report.at("/effect/gmv/uplift").isNull()).isTrue();
        assertThat(report.at("/effect/gmv/pullForward/share").isNull()).isTrue();
        assertThat(report.at("/effect/gmv/unknown/baseline").stringValue())
                .isEqualTo("Monday has 2 days in the 8 weeks before 2026-07-06 that count (expected: at least 3)");
        // Thursdays and Fridays there are three, so that the burst can be told of.
        assertThat(report.at("/effect/gmv/burst/multiple").decimalValue()).isEqualByComparingTo("1");
    }

    @Test
    void aDayWithoutSalesIsADayOfZero() {
        var report = report(JULY, List.of(Line.paid(Field.KOL, "serum", "x", "2026-05-01T04:00:00Z", 1)));
        assertThat(report.at("/baseline/leftOut")).isEmpty();
        assertThat(report.at("/effect/gmv/baseline").stringValue()).isEqualTo("0.00");
        assertThat(report.at("/effect/gmv/unknown/pullForward.share").stringValue())
                .isEqualTo("there is no uplift above 0");
    }

    @Test
    void anEvenNumberOfDaysHasAMedianBetweenTwo() {
        var lines = usual(
                Line.paid(Field.LIVESTREAM, "serum", "s-1", "2026-05-11T04:00:00Z", 1),
                Line.paid(Field.LIVESTREAM, "serum", "s-1", "2026-05-18T04:00:00Z", 1),
                Line.paid(Field.LIVESTREAM, "serum", "s-1", "2026-05-25T04:00:00Z", 1),
                Line.paid(Field.LIVESTREAM, "serum", "s-1", "2026-06-01T04:00:00Z", 1));
        var monday = Plan.of("c-1").phase("burst", "2026-07-06T00:00:00+08:00", "2026-07-07T00:00:00+08:00");
        var gmv = report(monday, lines).at("/effect/gmv");
        assertThat(gmv.get("baseline").stringValue()).isEqualTo("110.01");
        assertThat(gmv.get("uplift").stringValue()).isEqualTo("-0.01");
    }

    @Test
    void whatIsNotOverIsNotTold() {
        var now = Instant.parse("2026-07-09T13:07:00Z");
        var during = report(JULY, usual(), now, List.of());
        assertThat(during.at("/period/until").stringValue()).isEqualTo("2026-07-09T13:00:00Z");
        assertThat(during.at("/effect/gmv/actual").stringValue()).isEqualTo("430.00");
        assertThat(during.at("/effect/gmv/baseline").stringValue()).isEqualTo("430.00");
        assertThat(during.at("/effect/gmv/burst/baseline").stringValue()).isEqualTo("100.00");
        assertThat(during.at("/effect/gmv/pullForward/shortfall").isNull()).isTrue();
        assertThat(during.at("/effect/gmv/unknown/pullForward.shortfall").stringValue())
                .isEqualTo("0 of the 14 days after it are over (expected: all)");
        var before = report(JULY, usual(), Instant.parse("2026-07-01T00:00:00Z"), List.of());
        assertThat(before.at("/period/until").isNull()).isTrue();
        assertThat(before.at("/effect/gmv/baseline").isNull()).isTrue();
        assertThat(before.at("/effect/gmv/unknown/baseline").stringValue()).isEqualTo("none of it has passed");
    }

    @Test
    void aFieldThatIsAwayIsNotZero() {
        var report = report(JULY, usual(), LATER, List.of(Field.KOL));
        assertThat(report.get("complete").booleanValue()).isFalse();
        assertThat(report.at("/assisted/kol/status").stringValue()).isEqualTo("missing");
        assertThat(report.at("/assisted/kol/reason").stringValue()).isEqualTo("kol timed out");
        assertThat(report.at("/assisted/kol").has("gmv")).isFalse();
        assertThat(report.get("effect").toString())
                .isEqualTo("{\"reason\":\"kol: missing (expected: every field of its scope)\"}");
        assertThat(report.at("/assisted/livestream/gmv/actual").stringValue()).isEqualTo("550.00");
        // What it does not assist it can do without.
        var other = report(JULY.touchpoint(Field.LIVESTREAM, "s-1"), usual(), LATER, List.of(Field.KOL));
        assertThat(other.at("/effect/gmv/actual").stringValue()).isEqualTo("500.00");
        assertThat(other.get("complete").booleanValue()).isFalse();
    }

    @Test
    void whatTwoCampaignsHaveInCommonIsTold() {
        var plan = JULY.products("serum", "cream")
                .touchpoint(Field.LIVESTREAM, "s-1")
                .touchpoint(Field.KOL, "x");
        var other = Plan.of("c-2")
                .phase("warm-up", "2026-07-08T12:00:00+08:00", "2026-07-20T00:00:00+08:00")
                .products("serum", "oil");
        var disjoint = Plan.of("c-3")
                .phase("burst", "2026-07-08T00:00:00+08:00", "2026-07-20T00:00:00+08:00")
                .products("oil");
        var elsewhere = Plan.of("c-4")
                .phase("burst", "2026-07-08T00:00:00+08:00", "2026-07-20T00:00:00+08:00")
                .touchpoint(Field.KOL, "y");
        var report = report(plan, usual(), other, disjoint, elsewhere);
        assertThat(report.get("overlaps")).hasSize(1);
        assertThat(report.at("/overlaps/0/campaign").stringValue()).isEqualTo("c-2");
        assertThat(report.at("/overlaps/0/from").stringValue()).isEqualTo("2026-07-08T04:00:00Z");
        assertThat(report.at("/overlaps/0/to").stringValue()).isEqualTo("2026-07-10T16:00:00Z");
        assertThat(report.at("/overlaps/0/assisted/livestream").toString())
                .isEqualTo("{\"products\":[\"serum\"],\"touchpoints\":[\"s-1\"],\"shops\":[],"
                        + "\"actual\":{\"gmv\":\"300.00\",\"netGmv\":\"300.00\",\"netGmvOfPeriod\":\"300.00\"}}");
        assertThat(report.at("/overlaps/0/assisted/kol/actual/gmv").stringValue())
                .isEqualTo("0.00");
        assertThat(report.at("/overlaps/0/assisted").has("creator")).isFalse();
        var early = report(plan, usual(), Instant.parse("2026-07-08T00:00:00Z"), List.of(Field.KOL), other);
        assertThat(early.at("/overlaps/0/assisted/livestream/actual").isNull()).isTrue();
        assertThat(early.at("/overlaps/0/assisted/kol/actual").isNull()).isTrue();
    }

    @Test
    void withoutAPhaseThereIsNothingToTell() {
        assertThatThrownBy(() -> report(Plan.of("c-1"), usual()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo("campaign.incomplete"));
    }
}
