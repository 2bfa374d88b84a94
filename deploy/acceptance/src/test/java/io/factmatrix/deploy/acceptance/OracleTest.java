package io.factmatrix.deploy.acceptance;

import static io.factmatrix.deploy.acceptance.Events.buyers;
import static io.factmatrix.deploy.acceptance.Events.cost;
import static io.factmatrix.deploy.acceptance.Events.money;
import static io.factmatrix.deploy.acceptance.Events.paid;
import static io.factmatrix.deploy.acceptance.Events.refunded;
import static io.factmatrix.deploy.acceptance.Events.service;
import static io.factmatrix.deploy.acceptance.Events.traffic;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The oracle on cases small enough to be computed by hand. */
class OracleTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final ViewQuery JUNE =
            ViewQuery.of(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 7, 1), "UTC", "CNY");

    @Test
    void sumsPaidAndRefundedMoneyOnBothBases() {
        var view = view(
                JUNE,
                paid("a", "1", "100.00").with("quantity", 3),
                paid("b", "2", "50.50").with("occurredAt", "2025-05-31T23:59:59.999Z"),
                refunded("r", "1", "30.00").with("occurredAt", "2025-07-01T00:00:00Z"),
                refunded("s", "2", "0.5").with("occurredAt", "2025-06-01T00:00:00Z"));

        assertThat(figure(view, "gmv")).isEqualTo("100.00");
        assertThat(figure(view, "refunds")).isEqualTo("0.50");
        assertThat(figure(view, "netGmv")).isEqualTo("99.50");
        assertThat(figure(view, "refundsOfPeriod")).isEqualTo("30.00");
        assertThat(figure(view, "netGmvOfPeriod")).isEqualTo("70.00");
        assertThat(figure(view, "refundRate")).hasToString("0.300000");
        assertThat(figure(view, "units")).hasToString("3");
    }

    @Test
    void listsWhatAStrongerFieldClaimsWithItsRefunds() {
        var own = paid("a", "1", "100").with("touchpoint", null).with("field", "unattributed");
        var refund = refunded("r", "1", "30.5").with("field", "unattributed").with("product", "another");
        var conflicts = new Oracle(List.of(
                        own,
                        refund,
                        paid("b", "1", "90"),
                        paid("c", "1", "80").with("field", "kol"),
                        paid("d", "1", "70").with("field", "kol").with("replaces", "c"),
                        paid("e", "2", "1"),
                        paid("f", "2", "1").with("field", "kol").with("sample", true),
                        refunded("s", "3", "1")))
                .conflicts();

        assertThat(conflicts).containsOnlyKeys(own.key(), refund.key(), new Event.Key("livestream", "b"));
        assertThat(conflicts.get(own.key()))
                .containsEntry("kind", "line.outclaimed")
                .containsEntry("touchpoint", null)
                .containsEntry("amount", money("100.00", "CNY"))
                .containsEntry(
                        "claimedBy",
                        Map.of("field", "kol", "event", "d", "touchpoint", "t-1", "amount", money("70.00", "CNY")))
                .containsEntry("detail", Map.of("refunded", money("30.50", "CNY")));
        assertThat(conflicts.get(refund.key()))
                .containsEntry("kind", "refund.outclaimed")
                .containsEntry("product", "p-1")
                .containsEntry("amount", money("30.50", "CNY"))
                .containsEntry("detail", Map.of("paidBy", "a", "paid", money("100.00", "CNY")));
    }

    @Test
    void countsAnOrderOnceAtItsEarliestLineAndTiesByTheBytesOfTheId() {
        var early = paid("Z", "1", "10").with("touchpoint", "t-2");
        var late = paid("a", "1", "20").with("line", "2");
        var sameOrderElsewhere = paid("x", "1", "5").with("shop", "other");
        var clicks =
                traffic("t", "2025-06-10T11:00:00Z", "2025-06-10T11:15:00Z").with("productClicks", 4);
        var view = view(JUNE, early, late, sameOrderElsewhere, clicks);

        assertThat(figure(view, "orders")).hasToString("2");
        // Both lines stand at noon; "Z" < "a", so order 1 belongs to t-2 and only the other shop's to t-1, which has
        // clicks.
        assertThat(figure(view, "rates", "order")).hasToString("0.250000");
        assertThat(figure(view, "aov")).isEqualTo("17.50");
    }

    @Test
    void leavesAnOrderToTheWindowOfItsEarliestLine() {
        var july = ViewQuery.of(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 8, 1), "UTC", "CNY");
        var view = view(
                july,
                paid("a", "1", "10"),
                paid("b", "1", "20").with("line", "2").with("occurredAt", "2025-07-02T00:00:00Z"));

        assertThat(figure(view, "gmv")).isEqualTo("20.00");
        assertThat(figure(view, "orders")).hasToString("0");
        assertThat(figure(view, "aov")).isNull();
        assertThat(figure(
                        new Oracle(List.of(
                                        paid("a", "1", "10").with("touchpoint", "other"),
                                        paid("b", "1", "20")
                                                .with("line", "2")
                                                .with("occurredAt", "2025-07-02T00:00:00Z")))
                                .view(july.withTouchpoint("t-1")),
                        "orders"))
                .hasToString("1");
    }

    @Test
    void countsNoSampleAndNoRefundOfOne() {
        var view = view(JUNE, paid("a", "1", "100").with("sample", true), refunded("r", "1", "40"));

        assertThat(figure(view, "gmv")).isEqualTo("0.00");
        assertThat(figure(view, "refunds")).isEqualTo("0.00");
        assertThat(figure(view, "orders")).hasToString("0");
        assertThat(figure(view, "units")).hasToString("0");
        assertThat(figure(view, "refundRate")).isNull();
    }

    @Test
    void countsOnlyTheLastOfAChainOfReplacements() {
        var view = view(
                JUNE,
                paid("c", "1", "30").with("replaces", "b"),
                paid("a", "1", "10"),
                paid("b", "1", "20").with("replaces", "a"),
                cost("e", "ads", "7").with("status", "estimated"),
                cost("s", "ads", "9").with("settles", "e"));

        assertThat(figure(view, "gmv")).isEqualTo("30.00");
        assertThat(figure(view, "cost")).isEqualTo("9.00");
        assertThat(figure(view, "roi")).hasToString("3.333333");
        assertThat(figure(view, "orderCost")).isEqualTo("9.00");
    }

    @Test
    void booksARefundWhereItsLineStands() {
        var oracle = new Oracle(List.of(
                paid("a", "1", "100").with("touchpoint", "t-2").with("product", "p-9"),
                refunded("r", "1", "40").with("product", "p-1")));

        assertThat(figure(oracle.view(JUNE.withTouchpoint("t-2").withProduct("p-9")), "refunds"))
                .isEqualTo("40.00");
        assertThat(figure(oracle.view(JUNE.withTouchpoint("t-1")), "refunds")).isEqualTo("0.00");
    }

    @Test
    void leavesARefundWithoutItsLineParked() {
        var oracle = new Oracle(
                List.of(refunded("r", "1", "40"), paid("a", "1", "100").with("shop", "other")));

        assertThat(figure(oracle.view(JUNE), "refunds")).isEqualTo("0.00");
        assertThat(oracle.state(new Event.Key("livestream", "r"))).isEqualTo("parked");
        assertThat(oracle.state(new Event.Key("livestream", "a"))).isEqualTo("counted");
    }

    @Test
    void spreadsTrafficEquallyOverTheQuarterHoursItTouchesWithTheRemainderInTheLast() {
        // Touches 23:45, 00:00 and 00:15: 10 = 3 + 3 + 4.
        var crossing = traffic("t", "2025-06-09T23:59:59.999Z", "2025-06-10T00:15:00.001Z")
                .with("impressions", 10)
                .with("views", 0);
        var ninth = ViewQuery.of(LocalDate.of(2025, 6, 9), LocalDate.of(2025, 6, 10), "UTC", "CNY");
        var tenth = ViewQuery.of(LocalDate.of(2025, 6, 10), LocalDate.of(2025, 6, 11), "UTC", "CNY");

        assertThat(figure(view(ninth, crossing), "impressions")).hasToString("3");
        assertThat(figure(view(tenth, crossing), "impressions")).hasToString("7");
        assertThat(figure(view(ninth, crossing), "views")).hasToString("0");
        assertThat(figure(view(ninth, crossing), "likes")).isNull();
        assertThat(figure(view(ninth, crossing), "rates", "enter")).hasToString("0.000000");
    }

    @Test
    void callsAShareOfZeroReported() {
        var night = traffic("t", "2025-06-09T23:45:00Z", "2025-06-10T00:15:00Z").with("impressions", 1);
        var ninth = ViewQuery.of(LocalDate.of(2025, 6, 9), LocalDate.of(2025, 6, 10), "UTC", "CNY");
        var view = view(ninth, night, paid("a", "1", "8").with("occurredAt", "2025-06-09T01:00:00Z"));

        assertThat(figure(view, "impressions")).hasToString("0");
        assertThat(figure(view, "coverage", "impressions")).hasToString("1.000000");
        assertThat(figure(view, "gpm", "impression")).isNull();
    }

    @Test
    void takesARatioOnlyOverTouchpointsKnownOnBothSides() {
        var view = view(
                JUNE,
                paid("a", "1", "100"),
                paid("b", "2", "300").with("touchpoint", "t-2"),
                hour("t1").with("impressions", 3000).with("views", 700).with("viewers", 3),
                hour("t2").with("touchpoint", "t-2").with("views", 50));

        assertThat(figure(view, "views")).hasToString("750");
        assertThat(figure(view, "gpm", "impression")).isEqualTo("33.33");
        assertThat(figure(view, "gpm", "view")).isEqualTo("533.33");
        assertThat(figure(view, "rates", "enter")).hasToString("0.233333");
        assertThat(figure(view, "uvValue")).isEqualTo("33.33");
        assertThat(figure(view, "coverage", "impressions")).hasToString("0.250000");
        assertThat(figure(view, "coverage", "views")).hasToString("1.000000");
        assertThat(figure(view, "coverage", "likes")).hasToString("0.000000");
    }

    /** The published pair is 7,530.73 and about 87,584 views; of that many it is 7,530.7248. */
    @Test
    void agreesWithThePublishedFigureOfGpmUpToItsRounding() {
        var view = view(JUNE, paid("a", "1", "659571.00"), hour("t").with("views", 87584));

        assertThat(figure(view, "gpm", "view")).isEqualTo("7530.72");
    }

    @Test
    void addsNoCurrenciesTogether() {
        var view = view(
                JUNE,
                paid("a", "1", "100"),
                paid("b", "1", "7000").with("line", "2").with("amount", money("7000", "JPY")),
                refunded("r", "1", "500").with("line", "2").with("amount", money("500", "JPY")),
                cost("c", "ads", "1").with("amount", money("1.234", "KWD")));

        assertThat(figure(view, "gmv")).isEqualTo("100.00");
        assertThat(figure(view, "units")).hasToString("1");
        assertThat(at(view, "otherCurrencies", "JPY", "livestream"))
                .isEqualTo(Map.of("gmv", "7000", "refunds", "500", "cost", "0"));
        assertThat(at(view, "otherCurrencies", "KWD", "total"))
                .isEqualTo(Map.of("gmv", "0.000", "refunds", "0.000", "cost", "1.234"));
    }

    @Test
    void cutsDaysWhereTheZoneDoes() {
        var kathmandu = ViewQuery.of(LocalDate.of(2025, 6, 10), LocalDate.of(2025, 6, 11), "Asia/Kathmandu", "CNY");
        var view = view(
                kathmandu,
                paid("a", "1", "1").with("occurredAt", "2025-06-09T18:14:59.999Z"),
                paid("b", "2", "2").with("occurredAt", "2025-06-09T18:15:00Z"),
                paid("c", "3", "4").with("occurredAt", "2025-06-10T18:14:59.999Z"),
                paid("d", "4", "8").with("occurredAt", "2025-06-10T18:15:00Z"));

        assertThat(figure(view, "gmv")).isEqualTo("6.00");
    }

    @Test
    void countsPeopleAndTickets() {
        var view = view(
                JUNE,
                paid("a", "1", "1").with("audience", "u"),
                paid("b", "2", "1").with("audience", "u"),
                paid("c", "3", "1"),
                service("d", "praise"));

        assertThat(figure(view, "buyers", "value")).hasToString("1");
        assertThat(figure(view, "audienceCoverage")).hasToString("0.666667");
        assertThat(figure(view, "tickets", "praise")).hasToString("1");
        assertThat(figure(view, "tickets", "inquiry")).hasToString("0");
    }

    @Test
    void countsWhoBuysInTwoFieldsOnceInTheTotal() {
        var view = view(
                JUNE,
                paid("a", "1", "1").with("audience", "u"),
                paid("b", "2", "1").with("audience", "v"),
                paid("c", "3", "1").with("audience", "u").with("field", "kol"),
                paid("d", "4", "1").with("audience", "w").with("field", "kol"));

        assertThat(at(view, "total", "metrics", "buyers", "value")).hasToString("3");
        assertThat(at(view, "total", "metrics", "buyers", "exact")).isEqualTo(true);
        assertThat(wrongOf(view, people(3, 3, 3, true))).isEmpty();
        assertThat(wrongOf(view, people(4, 4, 4, true))).hasSize(3);
        assertThat(wrongOf(view, people(3, 3, 3, false))).hasSize(1);
        assertThat(wrongOf(view, "null")).hasSize(1);
    }

    @Test
    void wantsManyBuyersOfOneFieldExactly() {
        var view = new Oracle(buyers("livestream", 0, 5000)).view(JUNE);

        assertThat(wrongOf(view, people(5000, 5000, 5000, true))).isEmpty();
        assertThat(wrongOf(view, people(5000, 4990, 5010, false))).hasSize(3);
    }

    /** 6,000 people in truth, 4,000 in each field: a standard deviation is 94. */
    @Test
    void allowsAnEstimateOfManyBuyersWithinItsBounds() {
        var events = new ArrayList<>(buyers("livestream", 0, 4000));
        events.addAll(buyers("kol", 2000, 6000));
        var view = new Oracle(events).view(JUNE);

        assertThat(wrongOf(view, people(6000, 5850, 6150, false))).isEmpty();
        assertThat(wrongOf(view, people(6180, 6030, 6330, false)))
                .as("the truth just outside of what is right at 95%")
                .isEmpty();
        assertThat(wrongOf(view, people(6000, 6000, 6000, true)))
                .as("called exact")
                .singleElement()
                .isEqualTo("total.metrics.buyers: {\"value\":6000,\"lower\":6000,\"upper\":6000,\"exact\":true}"
                        + " (expected: an estimate of 6000, from 4000 to 8000)");
        assertThat(wrongOf(view, people(8000, 7850, 8000, false))).as("a sum").hasSize(1);
        assertThat(wrongOf(view, people(4000, 4000, 4150, false)))
                .as("a field left out")
                .hasSize(1);
        assertThat(wrongOf(view, people(6000, 4000, 8000, false)))
                .as("bounds without worth")
                .hasSize(1);
        assertThat(wrongOf(view, people(6200, 5850, 6150, false)))
                .as("outside of its bounds")
                .hasSize(1);
        assertThat(wrongOf(view, people(3990, 3980, 4100, false)))
                .as("fewer than a field")
                .hasSize(1);
        assertThat(wrongOf(view, "{\"value\":6000,\"lower\":5850,\"upper\":6150}"))
                .as("a member less")
                .hasSize(1);
        assertThat(wrongOf(view, "{\"value\":6000.5,\"lower\":5850,\"upper\":6150,\"exact\":false}"))
                .as("half a person")
                .hasSize(1);
        assertThat(wrongOf(view, "6000")).as("a number").hasSize(1);
        assertThat(wrongOf(view, "null")).as("null").hasSize(1);
    }

    /** What is found in a view whose total has these buyers, as to them. */
    private static List<String> wrongOf(Map<String, @Nullable Object> expected, String buyers) {
        var view = JSON.createObjectNode();
        view.putObject("total").putObject("metrics").set("buyers", JSON.readTree(buyers));
        return Differences.between(expected, view).stream()
                .filter(difference -> difference.startsWith("total.metrics.buyers"))
                .toList();
    }

    private static String people(int value, int lower, int upper, boolean exact) {
        return "{\"value\":%d,\"lower\":%d,\"upper\":%d,\"exact\":%s}".formatted(value, lower, upper, exact);
    }

    @Test
    void roundsHalfUpAtTheEdge() {
        var view = view(JUNE, paid("a", "1", "0.01"), paid("b", "2", "0.02"), cost("c", "ads", "0.05"));

        // 3 fen over 2 orders, 5 fen over 2 orders.
        assertThat(figure(view, "aov")).isEqualTo("0.02");
        assertThat(figure(view, "orderCost")).isEqualTo("0.03");
    }

    private static Event hour(String id) {
        return traffic(id, "2025-06-10T11:00:00Z", "2025-06-10T12:00:00Z");
    }

    private static Map<String, @Nullable Object> view(ViewQuery query, Event... events) {
        return new Oracle(List.of(events)).view(query);
    }

    private static @Nullable Object figure(Map<String, @Nullable Object> view, String... path) {
        return at((Map<?, ?>) requireNonNull(at(view, "fields", "livestream", "metrics")), path);
    }

    private static @Nullable Object at(Map<?, ?> members, String... path) {
        @Nullable Object value = members;
        for (var step : path) {
            assertThat(((Map<?, ?>) requireNonNull(value)).containsKey(step))
                    .as(step)
                    .isTrue();
            value = ((Map<?, ?>) requireNonNull(value)).get(step);
        }
        return value;
    }
}
