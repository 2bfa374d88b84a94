package io.factmatrix.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.factmatrix.gateway.testing.RunningGateway;
import io.factmatrix.gateway.testing.StubService.Mood;
import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.Buyers;
import io.factmatrix.ledger.domain.figures.Point;
import io.factmatrix.ledger.domain.figures.SumsOfWindow;
import java.math.BigInteger;
import java.time.Instant;
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

/** The snowball meter through the front door. */
@TestInstance(Lifecycle.PER_CLASS)
class SnowballTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final String DAYS = "from=2026-01-01&to=2026-05-01&zone=Asia/Shanghai";

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
        gateway.creator().hasSeries(Field.CREATOR, planted());
    }

    @Test
    void aFieldAndTheWholeAreReadFromTheirDays() {
        var snowball = snowball(DAYS);
        for (var of : List.of("/fields/creator", "/total")) {
            var r = snowball.at(of + "/loop/r");
            assertThat(r.at("/value").doubleValue()).isBetween(0.87, 0.93);
            assertThat(r.at("/lower").doubleValue()).isLessThan(r.at("/upper").doubleValue());
            assertThat(snowball.at(of + "/reason").isNull()).isTrue();
            assertThat(snowball.at(of + "/forecast/days")).hasSize(14);
            assertThat(snowball.at(of + "/forecast/days/0/date").stringValue()).isEqualTo("2026-05-01");
            assertThat(snowball.at(of + "/backtest/snowball/gmv/wape").doubleValue())
                    .isLessThan(0.3);
            assertThat(snowball.at(of + "/whatIf").isNull()).isTrue();
            assertThat(snowball.at(of + "/funnelForecast/days")).hasSize(14);
            assertThat(snowball.at(of + "/funnelForecast/total/views").longValue())
                    .isPositive();
        }
        assertThat(snowball.at("/label").stringValue()).isEqualTo("estimate");
        assertThat(snowball.at("/complete").booleanValue()).isTrue();
        assertThat(snowball.at("/fields/creator/state/status").stringValue()).isEqualTo("fresh");
        assertThat(snowball.at("/fields/kol/loop").isNull()).isTrue();
        assertThat(snowball.at("/fields/kol/reason/code").stringValue()).isEqualTo("days.unknown");
        assertThat(snowball.at("/fields/kol/forecast").isNull()).isTrue();
    }

    @Test
    void aFieldThatIsAwayIsSaidToBe() {
        gateway.kol().is(Mood.FAILING);
        var snowball = snowball(DAYS);
        assertThat(snowball.at("/complete").booleanValue()).isFalse();
        assertThat(snowball.at("/fields/kol/reason/code").stringValue()).isEqualTo("field.missing");
        assertThat(snowball.at("/total/reason/detail").stringValue()).startsWith("kol: ");
        assertThat(snowball.at("/fields/creator/loop").isNull()).isFalse();
    }

    @Test
    void morePaidImpressionsAreToldBesideWhatIsForecast() {
        var snowball = snowball(DAYS + "&paidImpressions=%2B20%25&gpm=10").at("/fields/creator");
        assertThat(snowball.at("/whatIf/total/views/value").longValue())
                .isGreaterThan(snowball.at("/forecast/total/views/value").longValue());
        assertThat(snowball("zone=Asia/Tokyo&enter=+5")
                        .at("/fields/creator/reason/code")
                        .stringValue())
                .isEqualTo("days.unknown");
    }

    @Test
    void daysThatTellNothingAreRefused() {
        var even = point(0, 150_000, 50_000, 30_000, 700_000);
        creatorHas(even);
        assertThat(reason(DAYS)).isEqualTo("variation.none");
        // One huge day among them is no variation, either.
        creatorHas(even, point(60, 15_000_000, 50_000, 3_000_000, 70_000_000));
        assertThat(reason(DAYS)).isEqualTo("variation.none");
        gateway.creator().hasSeries(Field.CREATOR, planted());
        assertThat(reason("from=2026-01-01&to=2026-01-11")).isEqualTo("days.too_few");
        var gap = new ArrayList<>(planted());
        gap.remove(50);
        gateway.creator().hasSeries(Field.CREATOR, gap);
        assertThat(reason(DAYS)).isEqualTo("days.unknown");
    }

    @Test
    void oneHugeDayIsNamedAndMovesNothing() {
        var r = snowball(DAYS).at("/fields/creator/loop/r/value").doubleValue();
        var days = planted();
        days.set(60, point(60, 20_000_000, 60_000, 4_000_000, 100_000_000));
        gateway.creator().hasSeries(Field.CREATOR, days);
        var creator = snowball(DAYS).at("/fields/creator");
        assertThat(creator.at("/outliers/0").stringValue()).isEqualTo("2026-03-02");
        assertThat(creator.at("/loop/r/value").doubleValue()).isCloseTo(r, within(0.02));
    }

    @Test
    void paidTrafficThatNeverMovesHidesTheLoop() {
        var days = new ArrayList<Point>();
        var random = new Random(3);
        double free = 100_000;
        for (int day = 0; day < 120; day++) {
            days.add(point(day, free + 60_000, 60_000, 0.2 * (free + 60_000), 5 * (free + 60_000)));
            free = (20_000 + 0.8 * free) * (1 + 0.05 * random.nextGaussian());
        }
        gateway.creator().hasSeries(Field.CREATOR, days);
        var creator = snowball(DAYS).at("/fields/creator");
        assertThat(creator.at("/reason/code").stringValue()).isEqualTo("paid.constant");
        assertThat(creator.at("/forecast/days")).hasSize(14);
    }

    @Test
    void aDayThatTheZoneLeftOutShiftsNothing() {
        var snowball = snowball("from=2011-12-01&to=2012-02-01&zone=Pacific/Apia");
        for (var of : List.of("/fields/creator", "/total")) {
            assertThat(snowball.at(of + "/reason/detail").stringValue())
                    .isEqualTo("2011-12-30: no day in Pacific/Apia (expected: days that follow each other)");
        }
    }

    @Test
    void theSameDaysHaveTheSameTag() {
        var first = gateway.get(path(DAYS));
        assertThat(gateway.get(path(DAYS)).headers().firstValue("ETag"))
                .isEqualTo(first.headers().firstValue("ETag"));
    }

    @ParameterizedTest
    @CsvSource({
        "from=2025-01-01&to=2026-05-01, from.invalid, 'from: 2025-01-01 (expected: at most 365 days before to, 2026-05-01)'",
        "paidImpressions=many, paidImpressions.invalid, 'paidImpressions: many (expected: a change in percent from -100 to +999, such as +20)'",
        "enter=-101, enter.invalid, 'enter: -101 (expected: a change in percent from -100 to +999, such as +20)'",
        "product=p, parameter.unknown, 'product: unknown (expected: one of currency, enter, from, gpm, paidImpressions, shop, to, zone)'"
    })
    void whatIsNotUnderstoodIsNamed(String query, String code, String detail) {
        var answer = gateway.get(path(query));
        assertThat(answer.statusCode()).isEqualTo(400);
        var problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.at("/code").stringValue()).isEqualTo(code);
        assertThat(problem.at("/detail").stringValue()).isEqualTo(detail);
    }

    private JsonNode snowball(String query) {
        var answer = gateway.get(path(query));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private String reason(String query) {
        return snowball(query).at("/fields/creator/reason/code").stringValue();
    }

    /** Each day the same, but for some. */
    private void creatorHas(Point even, Point... others) {
        var days = new ArrayList<Point>();
        for (int day = 0; day < 120; day++) {
            days.add(new Point(start(day), even.figures()));
        }
        for (var other : others) {
            days.replaceAll(day -> day.start().equals(other.start()) ? other : day);
        }
        gateway.creator().hasSeries(Field.CREATOR, days);
    }

    private static String path(String query) {
        return "/v1/merchants/m1/snowball?" + query;
    }

    /** ρ 0.5, δ 0.2, enter 0.2, and what a view deposits brings 0.2: the spectral radius is 0.9. */
    private static List<Point> planted() {
        var random = new Random(7);
        var points = new ArrayList<Point>();
        double free = 100_000;
        double brought = 50_000;
        for (int day = 0; day < 120; day++) {
            double paid = 60_000 * Math.max(0.1, 1 + 0.4 * random.nextGaussian());
            double views = 0.2 * (free + paid);
            points.add(point(day, free + paid, paid, views, 5 * (free + paid) * (1 + 0.1 * random.nextGaussian())));
            free = (0.5 * free + brought) * (1 + 0.05 * random.nextGaussian());
            brought = 0.8 * brought + 0.2 * views;
        }
        return points;
    }

    private static Point point(int day, double impressions, double paid, double views, double gmv) {
        var sums = new SumsOfWindow("CNY");
        var none = BigInteger.ZERO;
        sums.sales("t", "CNY", new SumsOfWindow.Sales(whole(gmv), none, none, none, none, none, BigInteger.TEN));
        sums.traffic("t", Counter.IMPRESSIONS, whole(impressions));
        sums.traffic("t", Counter.PAID_IMPRESSIONS, whole(paid));
        sums.traffic("t", Counter.VIEWS, whole(views));
        return new Point(start(day), sums.figures(BigInteger.ZERO, Buyers.NONE));
    }

    private static Instant start(int day) {
        return FIRST.plusDays(day).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    private static BigInteger whole(double value) {
        return BigInteger.valueOf(Math.round(value));
    }
}
