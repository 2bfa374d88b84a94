package io.factmatrix.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.gateway.testing.RunningGateway;
import io.factmatrix.gateway.testing.StubService.Mood;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.Buyers;
import io.factmatrix.ledger.domain.figures.Point;
import io.factmatrix.ledger.domain.figures.SumsOfWindow;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the next money should go, through the front door. */
@TestInstance(Lifecycle.PER_CLASS)
class RecommendationsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final String DAYS = "from=2026-01-01&to=2026-05-01";
    private static final List<String> FIELDS = List.of("livestream", "creator", "campaign", "kol");

    private RunningGateway gateway;

    @BeforeAll
    void start() {
        gateway = new RunningGateway();
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @BeforeEach
    void reset() {
        gateway.reset();
        gateway.livestream().hasSeries(Field.LIVESTREAM, planted(200_000, 1));
        gateway.creator().hasSeries(Field.CREATOR, planted(500_000, 2));
        gateway.campaign().hasSeries(Field.CAMPAIGN, List.of(point(3, 70_000, 200_000, "ads")));
    }

    @Test
    void moneyMovesToTheFieldInWhichTheLastOfItBringsMore() {
        var told = recommendations(DAYS);
        assertThat(told.at("/label").stringValue()).isEqualTo("estimate");
        assertThat(told.at("/complete").booleanValue()).isTrue();
        assertThat(told.at("/allocation/days").intValue()).isEqualTo(14);
        assertThat(told.at("/allocation/reason").isNull()).isTrue();
        assertThat(money(told, "/allocation/gain/value")).isPositive();
        assertThat(cost(told, "creator", "recommended")).isGreaterThan(cost(told, "creator", "present"));
        assertThat(cost(told, "livestream", "recommended")).isLessThan(cost(told, "livestream", "present"));
        for (var field : List.of("/fields/livestream", "/fields/creator")) {
            assertThat(told.at(field + "/reason").isNull()).isTrue();
            assertThat(told.at(field + "/curve/points")).hasSize(21);
            assertThat(told.at(field + "/curve/carriedOver/lower").doubleValue())
                    .isLessThan(0.1);
            assertThat(told.at(field + "/marginalReturn/recommended/lower").doubleValue())
                    .isLessThan(
                            told.at(field + "/marginalReturn/recommended/upper").doubleValue());
            assertThat(told.at(field + "/backtest/curve").doubleValue())
                    .isLessThan(told.at(field + "/backtest/seasonalNaive").doubleValue());
        }
    }

    @Test
    void theBudgetIsDividedToTheMinorUnit() {
        for (var budget : List.of("28000.01", "30123.45")) {
            var told = recommendations(DAYS + "&budget=" + budget);
            var sum = money(told, "/allocation/unallocated");
            for (var field : List.of("livestream", "creator", "campaign")) {
                sum = sum.add(cost(told, field, "recommended"));
            }
            assertThat(sum).isEqualByComparingTo(budget);
            assertThat(told.at("/allocation/budget").stringValue()).isEqualTo(budget);
        }
    }

    @Test
    void aFieldThatCannotBeToldKeepsWhatItSpendsAndSaysWhy() {
        var told = recommendations(DAYS);
        assertThat(told.at("/fields/campaign/reason/code").stringValue()).isEqualTo("cost.unknown");
        assertThat(told.at("/fields/campaign/curve").isNull()).isTrue();
        assertThat(cost(told, "campaign", "recommended")).isEqualByComparingTo(cost(told, "campaign", "present"));
        for (var which : List.of("present", "recommended")) {
            assertThat(told.at("/fields/kol/cost/" + which).isNull()).isTrue();
        }
    }

    @Test
    void commissionIsNoCostThatIsDecidedOn() {
        gateway.creator().hasSeries(Field.CREATOR, List.of(point(3, 70_000, 200_000, "commission")));
        assertThat(recommendations(DAYS).at("/fields/creator/cost/present").isNull())
                .isTrue();
    }

    @Test
    void limitsAreKept() {
        var told = recommendations(DAYS + "&least=livestream:14000.00&most=creator:14500,kol:0&change=creator:0.5");
        assertThat(cost(told, "livestream", "recommended")).isGreaterThanOrEqualTo(new BigDecimal("14000.00"));
        assertThat(cost(told, "creator", "recommended")).isLessThanOrEqualTo(new BigDecimal("14500.00"));
    }

    @Test
    void aFieldThatIsAwayIsNotLeftOutOfTheBudget() {
        gateway.kol().is(Mood.FAILING);
        var told = recommendations(DAYS);
        assertThat(told.at("/complete").booleanValue()).isFalse();
        assertThat(told.at("/allocation/reason/code").stringValue()).isEqualTo("field.missing");
        assertThat(told.at("/allocation/gain").isNull()).isTrue();
        assertThat(told.at("/fields/kol/reason/detail").stringValue()).startsWith("kol: ");
        assertThat(told.at("/fields/creator/curve").isNull()).isFalse();
        assertThat(told.at("/fields/creator/cost/recommended").isNull()).isTrue();
    }

    @Test
    void withoutTwoCurvesNothingIsMoved() {
        var told = recommendations("from=2026-01-01&to=2026-01-20");
        assertThat(told.at("/allocation/reason/code").stringValue()).isEqualTo("fields.too_few");
        assertThat(told.at("/fields/creator/reason/code").stringValue()).isEqualTo("days.too_few");
        assertThat(cost(told, "creator", "present")).isPositive();
    }

    @Test
    void aDayThatTheZoneLeftOutIsNoDayLikeAnyOther() {
        var told = recommendations("from=2011-12-01&to=2012-02-01&zone=Pacific/Apia");
        for (var field : FIELDS) {
            assertThat(told.at("/fields/" + field + "/reason/detail").stringValue())
                    .startsWith("2011-12-30: no day in Pacific/Apia");
        }
        assertThat(told.at("/allocation/budget").isNull()).isTrue();
        assertThat(told.at("/allocation/reason/code").stringValue()).isEqualTo("fields.too_few");
    }

    @Test
    void theSameDaysAreAnsweredByTheSameBytes() {
        assertThat(gateway.get(path(DAYS)).body())
                .isEqualTo(gateway.get(path(DAYS)).body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            budget=-1                                | budget.invalid | budget: -1 (expected: an amount of CNY from 0, such as 1000.00)
            budget=1.001                             | budget.invalid | budget: 1.001 (expected: an amount of CNY from 0, such as 1000.00)
            budget=1.5&currency=JPY                  | budget.invalid | budget: 1.5 (expected: an amount of JPY from 0, such as 100000)
            days=91                                  | days.invalid   | days: 91 (expected: an integer from 1 to 90)
            least=shop:5                             | least.invalid  | least: shop:5 (expected: FIELD:VALUE, with a field of livestream, creator, campaign, kol)
            least=kol                                | least.invalid  | least: kol (expected: FIELD:VALUE, with a field of livestream, creator, campaign, kol)
            most=kol:-5                              | most.invalid   | most: kol:-5 (expected: behind the field's colon CNY from 0, such as 1000.00)
            most=kol:5,kol:6                         | most.invalid   | most: kol:6 (expected: each field once)
            change=kol:-0.1                          | change.invalid | change: kol:-0.1 (expected: behind the field's colon a share from 0, such as 0.2)
            least=kol:500&most=kol:400.00            | least.invalid  | least: kol:500.00 (expected: at most 400.00, the most of it)
            least=kol:500,creator:600&budget=1000    | budget.invalid | budget: 1000.00 (expected: at least 1100.00, the least of all fields together)
            from=2025-01-01&to=2026-05-01            | from.invalid   | from: 2025-01-01 (expected: at most 365 days before to, 2026-05-01)
            product=p                                | parameter.unknown | product: unknown (expected: one of budget, change, currency, days, from, least, most, shop, to, zone)
            """)
    void whatIsNotUnderstoodIsNamed(String query, String code, String detail) {
        var answer = gateway.get(path(query));
        assertThat(answer.statusCode()).isEqualTo(400);
        var problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.at("/code").stringValue()).isEqualTo(code);
        assertThat(problem.at("/detail").stringValue()).isEqualTo(detail);
    }

    private JsonNode recommendations(String query) {
        var answer = gateway.get(path(query));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String path(String query) {
        return "/v1/merchants/m1/recommendations?" + query;
    }

    private static BigDecimal cost(JsonNode told, String field, String which) {
        return money(told, "/fields/%s/cost/%s".formatted(field, which));
    }

    private static BigDecimal money(JsonNode told, String at) {
        return new BigDecimal(told.at(at).stringValue());
    }

    /** 1,000.00 a day, of which e times as much brings so much more. */
    private static List<Point> planted(double effect, long seed) {
        var random = new Random(seed);
        var points = new ArrayList<Point>();
        for (int day = 0; day < 120; day++) {
            double cost = 100_000 * Math.max(0.1, 1 + 0.5 * random.nextGaussian());
            double sold = (300_000 + effect * Math.log(1 + cost / 40_000)) * (1 + 0.04 * random.nextGaussian());
            points.add(point(day, cost, sold, "ads"));
        }
        return points;
    }

    private static Point point(int day, double cost, double gmv, String category) {
        var sums = new SumsOfWindow("CNY");
        var none = BigInteger.ZERO;
        sums.sales("t", "CNY", new SumsOfWindow.Sales(whole(gmv), none, none, none, none, none, BigInteger.TEN));
        sums.cost("CNY", category, whole(cost));
        var start = FIRST.plusDays(day).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant();
        return new Point(start, sums.figures(BigInteger.ZERO, Buyers.NONE));
    }

    private static BigInteger whole(double value) {
        return BigInteger.valueOf(Math.round(value));
    }
}
