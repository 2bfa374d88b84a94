package io.factmatrix.gateway.domain;

import static io.factmatrix.gateway.testing.StubService.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.gateway.domain.OperatingView.Scoreboard;
import io.factmatrix.gateway.domain.Section.Fresh;
import io.factmatrix.gateway.domain.Section.Missing;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.Position;
import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.AudienceSketch;
import io.factmatrix.ledger.domain.figures.Buyers;
import io.factmatrix.ledger.domain.figures.FieldFigures;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.Figures.Foreign;
import io.factmatrix.ledger.domain.figures.Figures.Fraction;
import io.factmatrix.ledger.domain.figures.Figures.Reported;
import io.factmatrix.ledger.domain.figures.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

class OperatingViewTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** Every member of a field in which nothing happened. */
    private static final String NOTHING = """
            {"gmv":"0.00","refunds":"0.00","netGmv":"0.00","refundsOfPeriod":"0.00","netGmvOfPeriod":"0.00","cost":"0.00",\
            "costByCategory":{},"orders":0,"units":0,"buyers":{"value":0,"lower":0,"upper":0,"exact":true},\
            "newBuyers":0,"newBuyerShare":null,"audienceCoverage":null,\
            "impressions":null,"paidImpressions":null,"views":null,"viewers":null,"productImpressions":null,\
            "productClicks":null,"watchSeconds":null,"likes":null,"comments":null,"shares":null,"follows":null,"fanJoins":null,\
            "gpm":{"impression":null,"view":null},\
            "rates":{"enter":null,"productShow":null,"productClick":null,"order":null},\
            "aov":null,"roi":null,"netRoi":null,"orderCost":null,"refundRate":null,"uvValue":null,\
            "tickets":{"complaint":0,"inquiry":0,"praise":0},\
            "coverage":{"impressions":null,"paidImpressions":null,"views":null,"viewers":null,"productImpressions":null,\
            "productClicks":null,"watchSeconds":null,"likes":null,"comments":null,"shares":null,"follows":null,"fanJoins":null}}""";

    @Test
    void everyMemberIsThereInItsOrderWhenNothingHappened() {
        assertThat(json(Metrics.ofField(Figures.NONE, currency("CNY")))).isEqualTo(NOTHING);
        assertThat(json(Metrics.ofTotal(Figures.NONE, currency("CNY")))).isEqualTo(NOTHING);
    }

    /** The golden of the definitions, gmv 659,571.00 and gpm.view 7,530.73, gives 87,583.95 views: 87,584 when rounded. */
    @Test
    void gpmIsMoneyForAThousandViews() {
        var sums = sums(
                65_957_100,
                Map.of(Counter.VIEWS, reported(87_584, 65_957_100)),
                Map.of(Ratio.GPM_VIEW, fraction(65_957_100, 87_584)));
        var metrics = metrics(sums, "CNY");
        assertThat(metrics.at("/gmv").stringValue()).isEqualTo("659571.00");
        assertThat(metrics.at("/gpm/view").stringValue()).isEqualTo("7530.72");
        assertThat(new BigDecimal("659571.00")
                        .movePointRight(3)
                        .divide(new BigDecimal("7530.73"), 0, RoundingMode.HALF_UP))
                .hasToString("87584");
        assertThat(metrics.at("/gpm/impression").isNull()).isTrue();
        assertThat(metrics.at("/views").intValue()).isEqualTo(87_584);
        assertThat(metrics.at("/coverage/views").toString()).isEqualTo("1.000000");
        assertThat(metrics.at("/coverage/likes").toString()).isEqualTo("0.000000");
    }

    @Test
    void everyFigureIsAsComputedByHand() {
        var figures = new Figures(
                big(100_000), // 1,000.00
                big(25_050), // 250.50
                big(10_000), // 100.00
                big(42),
                big(30),
                big(20),
                big(7),
                big(5),
                big(3),
                counted(6),
                Map.of("slotFee", big(20_000), "ads", big(13_333)),
                Map.of("praise", big(3)),
                Map.of(Counter.IMPRESSIONS, reported(5_000, 60_000), Counter.VIEWS, reported(1_500, 100_000)),
                Map.of(
                        Ratio.GPM_IMPRESSION, fraction(60_000, 5_000),
                        Ratio.ENTER, fraction(1_000, 3_000),
                        Ratio.PRODUCT_SHOW, fraction(2, 3),
                        Ratio.PRODUCT_CLICK, fraction(0, 9),
                        Ratio.ORDER, fraction(7, 0),
                        Ratio.UV_VALUE, fraction(100_000, 777)),
                Map.of());
        var metrics = metrics(figures, "CNY");
        assertThat(metrics.at("/netGmv").stringValue()).isEqualTo("749.50");
        assertThat(metrics.at("/netGmvOfPeriod").stringValue()).isEqualTo("900.00");
        assertThat(metrics.at("/cost").stringValue()).isEqualTo("333.33");
        assertThat(metrics.at("/costByCategory").toString()).isEqualTo("{\"ads\":\"133.33\",\"slotFee\":\"200.00\"}");
        assertThat(metrics.at("/newBuyers").toString()).isEqualTo("3");
        assertThat(metrics.at("/newBuyerShare").toString()).isEqualTo("0.500000");
        assertThat(metrics.at("/audienceCoverage").toString()).isEqualTo("0.666667");
        assertThat(metrics.at("/gpm/impression").stringValue()).isEqualTo("120.00");
        assertThat(metrics.at("/rates").toString())
                .isEqualTo("{\"enter\":0.333333,\"productShow\":0.666667,\"productClick\":0.000000,\"order\":null}");
        assertThat(metrics.at("/aov").stringValue()).isEqualTo("142.86");
        assertThat(metrics.at("/roi").toString()).isEqualTo("3.000030");
        assertThat(metrics.at("/netRoi").toString()).isEqualTo("2.248522");
        assertThat(metrics.at("/orderCost").stringValue()).isEqualTo("47.62");
        assertThat(metrics.at("/refundRate").toString()).isEqualTo("0.100000");
        assertThat(metrics.at("/uvValue").stringValue()).isEqualTo("1.29");
        assertThat(metrics.at("/tickets").toString()).isEqualTo("{\"complaint\":0,\"inquiry\":0,\"praise\":3}");
        assertThat(metrics.at("/coverage/impressions").toString()).isEqualTo("0.600000");
        assertThat(metrics.at("/buyers").toString()).isEqualTo("{\"value\":6,\"lower\":6,\"upper\":6,\"exact\":true}");
    }

    @Test
    void moneyHasTheDigitsOfItsCurrency() {
        var sums = sums(1_234_567, Map.of(), Map.of(Ratio.UV_VALUE, fraction(1_234_567, 2)));
        assertThat(metrics(sums, "JPY").at("/gmv").stringValue()).isEqualTo("1234567");
        assertThat(metrics(sums, "JPY").at("/uvValue").stringValue()).isEqualTo("617284");
        assertThat(metrics(sums, "KWD").at("/gmv").stringValue()).isEqualTo("1234.567");
        assertThat(metrics(sums, "KWD").at("/uvValue").stringValue()).isEqualTo("617.284");
        assertThat(metrics(sums, "CNY").at("/gmv").stringValue()).isEqualTo("12345.67");
        assertThat(metrics(sums(5, Map.of(), Map.of()), "KWD").at("/gmv").stringValue())
                .isEqualTo("0.005");
    }

    @Test
    void lessThanNothingIsRoundedAwayFromIt() {
        var loss = figures(0, 1, Buyers.NONE, Map.of("ads", big(2_000_000)), Map.of(), Map.of(), Map.of());
        assertThat(metrics(loss, "CNY").at("/netGmv").stringValue()).isEqualTo("-0.01");
        assertThat(metrics(loss, "CNY").at("/netRoi").toString()).isEqualTo("-0.000001");
    }

    @Test
    void sumsBeyondALongStayExact() {
        var huge = BigInteger.TWO.pow(70);
        var sums = sums(1, Map.of(), Map.of())
                .plus(new Figures(
                        huge,
                        huge,
                        huge,
                        huge,
                        huge,
                        huge,
                        huge,
                        huge,
                        huge,
                        Buyers.NONE,
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of()));
        assertThat(metrics(sums, "CNY").at("/gmv").stringValue()).isEqualTo("11805916207174113034.25");
        assertThat(metrics(sums, "CNY").at("/units").toString()).isEqualTo("1180591620717411303424");
    }

    @Test
    void theTotalIsTheSumOfItsFields() {
        var view = view(Map.of(
                Field.LIVESTREAM,
                        fresh(Field.LIVESTREAM, 3, sums(100, Map.of(), Map.of(Ratio.GPM_VIEW, fraction(100, 10)))),
                Field.CREATOR, fresh(Field.CREATOR, 0, Figures.NONE),
                Field.CAMPAIGN, fresh(Field.CAMPAIGN, 0, Figures.NONE),
                Field.KOL, fresh(Field.KOL, 1, sums(50, Map.of(), Map.of(Ratio.GPM_VIEW, fraction(50, 40)))),
                Field.UNATTRIBUTED, fresh(Field.UNATTRIBUTED, 0, sums(7, Map.of(), Map.of()))));
        assertThat(view.at("/complete").booleanValue()).isTrue();
        assertThat(view.at("/total/metrics/gmv").stringValue()).isEqualTo("1.57");
        assertThat(view.at("/total/metrics/gpm/view").stringValue()).isEqualTo("30.00");
        assertThat(view.at("/total/metrics/orders").intValue()).isZero();
        assertThat(view.at("/fields/livestream/watermark").stringValue()).isEqualTo("3");
        assertThat(view.at("/fields/livestream/asOf").stringValue()).isEqualTo("2026-06-01T00:00:00.001Z");
        assertThat(view.at("/fields/creator/asOf").isNull()).isTrue();
        assertThat(view.propertyNames())
                .containsExactly(
                        "merchant",
                        "period",
                        "currency",
                        "complete",
                        "fields",
                        "total",
                        "otherCurrencies",
                        "previous",
                        "gpmChange");
        assertThat(view.at("/fields").propertyNames())
                .containsExactly("livestream", "creator", "campaign", "kol", "unattributed");
        assertThat(view.at("/period").toString())
                .isEqualTo("{\"from\":\"2026-06-01\",\"to\":\"2026-06-19\",\"zone\":\"Asia/Shanghai\"}");
    }

    @Test
    void whoBuysInTwoFieldsIsOneBuyerOfTheTotal() {
        assertThat(totalBuyers(buyers(0, 60), buyers(40, 100)))
                .isEqualTo("{\"value\":100,\"lower\":100,\"upper\":100,\"exact\":true}");
    }

    @Test
    void manyBuyersOfOneFieldAreItsExactCount() {
        assertThat(totalBuyers(buyers(0, 9_000), Buyers.NONE))
                .isEqualTo("{\"value\":9000,\"lower\":9000,\"upper\":9000,\"exact\":true}");
    }

    /** 50,000 people in truth; the bounds are whole numbers about 3% to both sides. */
    @Test
    void manyBuyersOfTwoFieldsAreEstimatedAndSaySo() {
        var people = JSON.readTree(totalBuyers(buyers(0, 30_000), buyers(20_000, 50_000)));
        assertThat(people.at("/exact").booleanValue()).isFalse();
        assertThat(people.at("/lower").intValue()).isBetween(46_000, 50_000);
        assertThat(people.at("/value").intValue()).isBetween(48_000, 52_000);
        assertThat(people.at("/upper").intValue()).isBetween(50_000, 54_000);
    }

    private static String totalBuyers(Buyers creator, Buyers kol) {
        return view(Map.of(
                        Field.CREATOR, fresh(Field.CREATOR, 1, bought(creator)),
                        Field.KOL, fresh(Field.KOL, 1, bought(kol))))
                .at("/total/metrics/buyers")
                .toString();
    }

    private static Buyers buyers(int from, int to) {
        var people = new AudienceSketch.Gathering();
        IntStream.range(from, to).forEach(person -> people.add("u-" + person));
        return Buyers.counted(to - from, people.sketch());
    }

    private static Figures bought(Buyers buyers) {
        return figures(0, 0, buyers, Map.of(), Map.of(), Map.of(), Map.of());
    }

    @Test
    void aMissingFieldIsSaidToBeMissingAndNeverZero() {
        var view = view(Map.of(
                Field.LIVESTREAM, fresh(Field.LIVESTREAM, 3, sums(100, Map.of(), Map.of())),
                Field.CREATOR, fresh(Field.CREATOR, 0, Figures.NONE),
                Field.CAMPAIGN, fresh(Field.CAMPAIGN, 0, Figures.NONE),
                Field.KOL, new Missing<>("kol timed out"),
                Field.UNATTRIBUTED, fresh(Field.UNATTRIBUTED, 0, Figures.NONE)));
        assertThat(view.at("/complete").booleanValue()).isFalse();
        assertThat(view.at("/fields/kol").toString())
                .isEqualTo("{\"status\":\"missing\",\"reason\":\"kol timed out\"}");
        assertThat(view.at("/total/metrics/gmv").stringValue()).isEqualTo("1.00");
        assertThat(view(Map.of()).at("/total/metrics").isNull()).isTrue();
    }

    @Test
    void otherCurrenciesAreListedAndNotMixedIn() {
        var kol = Figures.NONE.plus(withForeign(Map.of("KWD", foreign(1_500, 500, 0), "JPY", foreign(7, 0, 3))));
        var creator = withForeign(Map.of("JPY", foreign(10, 1, 0)));
        var view = view(Map.of(Field.KOL, fresh(Field.KOL, 1, kol), Field.CREATOR, fresh(Field.CREATOR, 1, creator)));
        assertThat(view.at("/otherCurrencies").toString()).isEqualTo("""
                        [{"currency":"JPY","fields":{"creator":{"gmv":"10","refunds":"1","cost":"0"},\
                        "kol":{"gmv":"7","refunds":"0","cost":"3"}},"total":{"gmv":"17","refunds":"1","cost":"3"}},\
                        {"currency":"KWD","fields":{"kol":{"gmv":"1.500","refunds":"0.500","cost":"0.000"}},\
                        "total":{"gmv":"1.500","refunds":"0.500","cost":"0.000"}}]""");
        assertThat(view.at("/total/metrics/gmv").stringValue()).isEqualTo("0.00");
    }

    @Test
    void figuresAreReadAsServicesWriteThem() {
        var figures = new FieldFigures(
                Field.KOL,
                settled(new Position(9, Instant.parse("2026-06-01T00:00:00.001Z"), 4)),
                new Figures(
                        big(1),
                        big(2),
                        big(3),
                        big(4),
                        big(5),
                        big(6),
                        big(7),
                        big(6),
                        big(5),
                        counted(8),
                        Map.of("slotFee", big(9)),
                        Map.of("praise", big(3)),
                        Map.of(Counter.FAN_JOINS, reported(5_000, 60_000)),
                        Map.of(Ratio.GPM_IMPRESSION, fraction(60_000, 5_000)),
                        Map.of("JPY", foreign(1, 2, 3))));
        assertThat(JSON.readValue(JSON.writeValueAsString(figures), FieldFigures.class))
                .isEqualTo(figures);
    }

    private static JsonNode view(Map<Field, Section<FieldFigures>> sections) {
        var all = new EnumMap<Field, Section<FieldFigures>>(Field.class);
        all.putAll(sections);
        var question = new Question(
                new Period(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 19), ZoneId.of("Asia/Shanghai")),
                currency("CNY"),
                null,
                null,
                null,
                null);
        var view = new OperatingView(MerchantId.of("m1"), new Scoreboard(new Sections<>(question, all)), null);
        return JSON.valueToTree(view.body());
    }

    private static Section<FieldFigures> fresh(Field field, long watermark, Figures figures) {
        var recorded = watermark == 0 ? null : Instant.parse("2026-06-01T00:00:00.001Z");
        return new Fresh<>(new FieldFigures(field, settled(new Position(watermark, recorded, 0)), figures));
    }

    /** These, and of all else nothing. */
    private static Figures figures(
            long gmv,
            long refunds,
            Buyers buyers,
            Map<String, BigInteger> costs,
            Map<Counter, Reported> traffic,
            Map<Ratio, Fraction> ratios,
            Map<String, Foreign> foreign) {
        var none = Figures.NONE;
        return new Figures(
                big(gmv),
                big(refunds),
                none.refundsOfPeriod(),
                none.units(),
                none.paidLines(),
                none.paidLinesWithAudience(),
                none.orders(),
                none.ordersOfWhole(),
                none.newBuyers(),
                buyers,
                costs,
                none.tickets(),
                traffic,
                ratios,
                foreign);
    }

    private static Figures sums(long gmv, Map<Counter, Reported> traffic, Map<Ratio, Fraction> ratios) {
        return figures(gmv, 0, Buyers.NONE, Map.of(), traffic, ratios, Map.of());
    }

    private static Figures withForeign(Map<String, Foreign> foreign) {
        return figures(0, 0, Buyers.NONE, Map.of(), Map.of(), Map.of(), foreign);
    }

    private static JsonNode metrics(Figures figures, String currency) {
        return JSON.readTree(json(Metrics.ofField(figures, currency(currency))));
    }

    private static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    private static Currency currency(String code) {
        return Currency.getInstance(code);
    }

    private static Reported reported(long value, long gmv) {
        return new Reported(big(value), big(gmv));
    }

    private static Fraction fraction(long numerator, long denominator) {
        return new Fraction(big(numerator), big(denominator));
    }

    private static Foreign foreign(long gmv, long refunds, long cost) {
        return new Foreign(big(gmv), big(refunds), big(cost));
    }

    private static Buyers counted(int people) {
        return buyers(0, people);
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
