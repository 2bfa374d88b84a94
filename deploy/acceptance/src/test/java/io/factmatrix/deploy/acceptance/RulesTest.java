package io.factmatrix.deploy.acceptance;

import static io.factmatrix.deploy.acceptance.Asserting.rejected;
import static io.factmatrix.deploy.acceptance.Asserting.state;
import static io.factmatrix.deploy.acceptance.Asserting.stored;
import static io.factmatrix.deploy.acceptance.Events.audience;
import static io.factmatrix.deploy.acceptance.Events.cost;
import static io.factmatrix.deploy.acceptance.Events.money;
import static io.factmatrix.deploy.acceptance.Events.paid;
import static io.factmatrix.deploy.acceptance.Events.refunded;
import static io.factmatrix.deploy.acceptance.Events.service;
import static io.factmatrix.deploy.acceptance.Events.traffic;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Each rule of the event tables by itself. */
@ExtendWith(RunningStack.Shared.class)
class RulesTest {

    private static final ViewQuery JUNE =
            ViewQuery.of(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 7, 1), "UTC", "CNY");

    private final RunningStack stack;
    private final MerchantApi merchant;

    RulesTest(RunningStack stack) {
        this.stack = stack;
        this.merchant = stack.newMerchant();
    }

    @Nested
    class Identity {

        @Test
        void theSameContentAgainIsADuplicate() {
            var event = paid("a", "1", "10.00");
            stored(merchant.ingest(event), 1);

            Asserting.counted(merchant.ingest(event, event), 0, 2, 0);
            viewIsThatOf(event);
        }

        @Test
        void theSameEventTwiceInOneBodyIsStoredOnce() {
            var event = paid("a", "1", "10.00");

            Asserting.counted(merchant.ingest(event, event, event), 1, 2, 0);
            viewIsThatOf(event);
        }

        @Test
        void contentIsComparedByMeaning() {
            stored(merchant.ingest(paid("a", "1", "10.00")), 1);
            var reordered = new LinkedHashMap<String, Object>();
            paid("a", "1", "10.00").members().entrySet().stream()
                    .sorted((left, right) -> right.getKey().compareTo(left.getKey()))
                    .forEach(member -> reordered.put(member.getKey(), member.getValue()));

            for (var same : List.of(
                    paid("a", "1", "10"),
                    paid("a", "1", "10.0"),
                    paid("a", "1", "10.00").with("line", "1"),
                    paid("a", "1", "10.00").with("shop", "main"),
                    paid("a", "1", "10.00").with("sample", false),
                    paid("a", "1", "10.00").with("occurredAt", "2025-06-10T20:00:00+08:00"),
                    paid("a", "1", "10.00").with("occurredAt", "2025-06-10T06:30:00.000-05:30"),
                    new Event(reordered))) {
                Asserting.counted(merchant.ingest(same), 0, 1, 0);
            }
            Asserting.counted(
                    merchant.ingestText("  " + paid("a", "1", "10").json().replace("\":", "\" :\t") + "  "), 0, 1, 0);
        }

        @Test
        void defaultsOfACostAndOfARefundAreContentToo() {
            stored(merchant.ingest(cost("c", "ads", "1"), paid("a", "1", "5"), refunded("r", "1", "2")), 3);

            Asserting.counted(
                    merchant.ingest(
                            cost("c", "ads", "1.00").with("status", "settled"),
                            refunded("r", "1", "2").with("line", "1")),
                    0,
                    2,
                    0);
        }

        @Test
        void anotherContentUnderTheSameIdIsAConflict() {
            var event = paid("a", "1", "10.00");
            stored(merchant.ingest(event), 1);

            for (var other : List.of(
                    event.with("amount", money("10.01", "CNY")),
                    event.with("amount", money("10.00", "USD")),
                    event.with("quantity", 2),
                    event.with("product", "p-2"),
                    event.with("touchpoint", "t-2"),
                    event.with("shop", "other"),
                    event.with("order", "2"),
                    event.with("line", "2"),
                    event.with("sample", true),
                    event.with("audience", "u"),
                    event.with("occurredAt", "2025-06-10T12:00:00.001Z"),
                    event.with("replaces", "x"),
                    service("a", "praise"))) {
                rejected(merchant.ingest(other), "event.conflict");
            }
            viewIsThatOf(event);
        }

        @Test
        void anUnknownCounterIsNotTheSameAsZero() {
            var unknown = hour("t");
            stored(merchant.ingest(unknown), 1);

            rejected(merchant.ingest(unknown.with("views", 0)), "event.conflict");
        }

        @Test
        void anIdIsUniqueInItsFieldOnly() {
            var here = paid("a", "1", "10.00");
            var there = paid("a", "2", "20.00").with("field", "creator");

            stored(merchant.ingest(here, there), 2);
            viewIsThatOf(here, there);
        }

        @Test
        void aRejectedIdIsFree() {
            rejected(merchant.ingest(paid("a", "1", "10.001")), "amount.invalid");
            var right = paid("a", "1", "10.01");

            stored(merchant.ingest(right), 1);
            viewIsThatOf(right);
        }

        @Test
        void watermarksAnswerWhereEachFieldStands() {
            var answer = merchant.ingest(
                    paid("a", "1", "1"),
                    paid("b", "2", "1"),
                    paid("c", "3", "1").with("field", "kol"));

            assertThat(answer.json().path("watermarks").path("livestream").asString(""))
                    .isEqualTo("2");
            assertThat(answer.json().path("watermarks").path("kol").asString(""))
                    .isEqualTo("1");
        }
    }

    @Nested
    class Orders {

        @Test
        void anotherIdForTheSameLineIsRefused() {
            var line = paid("a", "1", "10");
            stored(merchant.ingest(line), 1);

            rejected(
                    merchant.ingest(paid("b", "1", "10"), paid("c", "1", "99").with("line", "1")),
                    "order.line_conflict",
                    "order.line_conflict");
            viewIsThatOf(line);
        }

        @Test
        void linesOfTwoInOneBodyConflictToo() {
            rejected(merchant.ingest(paid("a", "1", "10"), paid("b", "1", "10")), "order.line_conflict");
            viewIsThatOf(paid("a", "1", "10"));
        }

        @Test
        void theSameOrderAndLineInAnotherShopIsAnotherLine() {
            var here = paid("a", "1", "10");
            var there = paid("b", "1", "20").with("shop", "douyin-2");

            stored(merchant.ingest(here, there), 2);
            viewIsThatOf(here, there);
        }

        @Test
        void anOrderIsCountedOnceAndALateEarlierLineMovesIt() {
            var late = paid("a", "1", "10");
            stored(merchant.ingest(late), 1);
            viewIsThatOf(late);

            var early = paid("b", "1", "20").with("line", "2").with("occurredAt", "2025-05-01T00:00:00Z");
            stored(merchant.ingest(early), 1);
            viewIsThatOf(late, early);
            assertThat(figure("orders").asInt()).isZero();
        }

        @Test
        void aSampleCountsInNoFigure() {
            var sample = paid("a", "1", "10").with("sample", true).with("audience", "u");
            var refund = refunded("r", "1", "10");
            var other = paid("b", "1", "20").with("line", "2");

            stored(merchant.ingest(sample, refund, other), 3);
            viewIsThatOf(sample, refund, other);
            assertThat(figure("gmv").asString()).isEqualTo("20.00");
            assertThat(figure("refunds").asString()).isEqualTo("0.00");
        }

        @Test
        void anAmountOfZeroIsALine() {
            var free = paid("a", "1", "0");

            stored(merchant.ingest(free), 1);
            viewIsThatOf(free);
            assertThat(figure("orders").asInt()).isEqualTo(1);
        }

        @Test
        void anUnattributedEventNeedsNoTouchpoint() {
            var anywhere = paid("a", "1", "10").with("field", "unattributed").with("touchpoint", null);
            var somewhere = paid("b", "2", "20").with("field", "unattributed");

            stored(merchant.ingest(anywhere, somewhere), 2);
            viewIsThatOf(anywhere, somewhere);
            rejected(merchant.ingest(paid("c", "3", "1").with("touchpoint", null)), "member.missing");
        }
    }

    @Nested
    class Refunds {

        @Test
        void upToWhatWasPaidAndNotMore() {
            var line = paid("a", "1", "10.00");
            var some = refunded("r", "1", "4.00");
            var rest = refunded("s", "1", "6.00");
            stored(merchant.ingest(line, some), 2);

            rejected(merchant.ingest(refunded("x", "1", "6.01")), "refund.exceeds_paid");
            stored(merchant.ingest(rest), 1);
            rejected(merchant.ingest(refunded("y", "1", "0.01")), "refund.exceeds_paid");
            viewIsThatOf(line, some, rest);
        }

        @Test
        void withinOneBodyTooInItsOrder() {
            var line = paid("a", "1", "10");
            var first = refunded("r", "1", "7");
            var small = refunded("t", "1", "3");

            rejected(merchant.ingest(line, first, refunded("s", "1", "4"), small), "refund.exceeds_paid");
            viewIsThatOf(line, first, small);
        }

        @Test
        void ofALineOfThatFieldAndShopAlone() {
            var line = paid("a", "1", "10");
            var otherField = refunded("r", "1", "1").with("field", "kol");
            var otherShop = refunded("s", "1", "1").with("shop", "other");
            var otherLine = refunded("t", "1", "1").with("line", "2");

            stored(merchant.ingest(line, otherField, otherShop, otherLine), 4);
            for (var parked : List.of(otherField, otherShop, otherLine)) {
                assertThat(state(merchant, parked)).isEqualTo("parked");
            }
            viewIsThatOf(line, otherField, otherShop, otherLine);
        }

        @Test
        void inAnotherCurrencyAreRefused() {
            stored(merchant.ingest(paid("a", "1", "10")), 1);

            rejected(merchant.ingest(refunded("r", "1", "1").with("amount", money("1", "USD"))), "refund.currency");
        }

        @Test
        void waitForTheirLineAndThenCount() {
            var refund = refunded("r", "1", "4");
            stored(merchant.ingest(refund), 1);
            assertThat(state(merchant, refund)).isEqualTo("parked");
            viewIsThatOf(refund);

            var line = paid("a", "1", "10");
            stored(merchant.ingest(line), 1);
            assertThat(state(merchant, refund)).isEqualTo("counted");
            viewIsThatOf(refund, line);
        }

        @Test
        void thatWaitedAreJudgedInRecordedOrder() {
            var first = refunded("z", "1", "7");
            var tooMuch = refunded("b", "1", "4");
            var fits = refunded("a", "1", "3");
            stored(merchant.ingest(first, tooMuch, fits), 3);
            var line = paid("p", "1", "10");
            stored(merchant.ingest(line), 1);

            assertThat(state(merchant, first)).isEqualTo("counted");
            assertThat(state(merchant, tooMuch)).isEqualTo("invalid");
            assertThat(state(merchant, fits)).isEqualTo("counted");
            viewIsThatOf(first, fits, line);
        }

        @Test
        void thatWaitedInAnotherCurrencyTurnOutInvalid() {
            var refund = refunded("r", "1", "1").with("amount", money("1", "USD"));
            stored(merchant.ingest(refund), 1);
            var line = paid("a", "1", "10");
            stored(merchant.ingest(line), 1);

            assertThat(state(merchant, refund)).isEqualTo("invalid");
            viewIsThatOf(line);
        }

        @Test
        void takeTouchpointAndProductFromTheirLine() {
            var line = paid("a", "1", "10").with("touchpoint", "t-2").with("product", "p-2");
            var bare = refunded("r", "1", "1").with("touchpoint", null);
            var astray = refunded("s", "1", "2").with("product", "p-1");
            stored(merchant.ingest(line, bare, astray), 3);

            viewIsThatOf(line, bare, astray);
            for (var query : List.of(JUNE.withTouchpoint("t-2"), JUNE.withTouchpoint("t-1"), JUNE.withProduct("p-2"))) {
                Asserting.exact(merchant, List.of(line, bare, astray), List.of(query));
            }
        }

        @Test
        void areBookedByTheirTimeAndByThatOfTheirLine() {
            var line = paid("a", "1", "10");
            var refund = refunded("r", "1", "4").with("occurredAt", "2025-07-15T00:00:00Z");
            stored(merchant.ingest(line, refund), 2);

            viewIsThatOf(line, refund);
            assertThat(figure("refunds").asString()).isEqualTo("0.00");
            assertThat(figure("refundsOfPeriod").asString()).isEqualTo("4.00");
        }

        @Test
        void aRefundOfNothingIsNone() {
            rejected(merchant.ingest(refunded("r", "1", "0.00")), "amount.invalid");
        }
    }

    @Nested
    class Replacements {

        @Test
        void takeTheReplacedOneOut() {
            var first = paid("a", "1", "10");
            var second = paid("b", "1", "12").with("replaces", "a").with("touchpoint", "t-2");
            stored(merchant.ingest(first), 1);
            stored(merchant.ingest(second), 1);

            assertThat(state(merchant, first)).isEqualTo("replaced");
            assertThat(state(merchant, second)).isEqualTo("counted");
            viewIsThatOf(first, second);
        }

        @Test
        void mayArriveFirst() {
            var second = paid("b", "1", "12").with("replaces", "a");
            var first = paid("a", "1", "10");
            stored(merchant.ingest(second), 1);
            viewIsThatOf(second);
            stored(merchant.ingest(first), 1);

            assertThat(state(merchant, first)).isEqualTo("replaced");
            viewIsThatOf(first, second);
        }

        @Test
        void ofOneTargetThereIsOne() {
            var first = paid("a", "1", "10");
            var second = paid("b", "1", "12").with("replaces", "a");
            stored(merchant.ingest(first, second), 2);

            rejected(merchant.ingest(paid("c", "1", "13").with("replaces", "a")), "replaces.taken");
            viewIsThatOf(first, second);
        }

        @Test
        void ofOneTargetThatHasNotComeThereIsOneToo() {
            var second = paid("b", "1", "12").with("replaces", "a");
            stored(merchant.ingest(second), 1);

            rejected(merchant.ingest(paid("c", "1", "13").with("replaces", "a")), "replaces.taken");
        }

        @Test
        void ofAnotherTypeShopLineOrTouchpointAreRefused() {
            stored(merchant.ingest(paid("a", "1", "10"), hour("t").with("views", 1)), 2);

            for (var other : List.of(
                    service("b", "praise").with("replaces", "a"),
                    paid("b", "1", "10").with("replaces", "a").with("shop", "other"),
                    paid("b", "2", "10").with("replaces", "a"),
                    paid("b", "1", "10").with("replaces", "a").with("line", "2"),
                    hour("b").with("replaces", "t").with("touchpoint", "t-2"))) {
                rejected(merchant.ingest(other), "replaces.mismatch");
            }
        }

        @Test
        void theLaterRecordedOfTwoThatDoNotFitIsRefused() {
            var second = paid("b", "2", "12").with("replaces", "a");
            stored(merchant.ingest(second), 1);

            rejected(merchant.ingest(paid("a", "1", "10")), "replaces.mismatch");
            viewIsThatOf(second);
        }

        @Test
        void ofAnotherFieldNameNobodyThere() {
            var first = paid("a", "1", "10");
            var elsewhere = paid("b", "1", "12")
                    .with("replaces", "a")
                    .with("field", "kol")
                    .with("line", "2");
            stored(merchant.ingest(first, elsewhere), 2);

            assertThat(state(merchant, first)).isEqualTo("counted");
            viewIsThatOf(first, elsewhere);
        }

        @Test
        void chainInEveryOrderOfArrival() {
            var chain = List.of(
                    cost("a", "ads", "1"),
                    cost("b", "ads", "2").with("replaces", "a"),
                    cost("c", "ads", "4").with("replaces", "b"));
            inEveryOrder(chain);
        }

        @Test
        void ofALineChainInEveryOrderOfArrival() {
            inEveryOrder(List.of(
                    paid("a", "1", "10"),
                    paid("b", "1", "20").with("replaces", "a"),
                    paid("c", "1", "40").with("replaces", "b")));
        }

        @Test
        void ofARefundChainInEveryOrderOfArrival() {
            inEveryOrder(List.of(
                    refunded("a", "1", "1"),
                    refunded("b", "1", "2").with("replaces", "a"),
                    refunded("c", "1", "4").with("replaces", "b"),
                    paid("line", "1", "10")));
        }

        @Test
        void inACircleAreRefused() {
            stored(merchant.ingest(cost("b", "ads", "2").with("replaces", "a")), 1);
            stored(merchant.ingest(cost("c", "ads", "4").with("replaces", "b")), 1);

            var answer = merchant.ingest(cost("a", "ads", "1").with("replaces", "c"));
            Asserting.counted(answer, 0, 0, 1);
            var itself = merchant.ingest(cost("x", "ads", "1").with("replaces", "x"));
            Asserting.counted(itself, 0, 0, 1);
        }

        @Test
        void leaveRefundsWithTheirLine() {
            var first = paid("a", "1", "10");
            var refund = refunded("r", "1", "4");
            var second = paid("b", "1", "12").with("replaces", "a").with("touchpoint", "t-2");
            stored(merchant.ingest(first, refund, second), 3);

            assertThat(state(merchant, refund)).isEqualTo("counted");
            viewIsThatOf(first, refund, second);
            Asserting.exact(merchant, List.of(first, refund, second), List.of(JUNE.withTouchpoint("t-2")));
        }

        @Test
        void ofARefundMakeRoomForIt() {
            var line = paid("a", "1", "10");
            var refund = refunded("r", "1", "10");
            var less = refunded("s", "1", "6").with("replaces", "r");
            var rest = refunded("t", "1", "4");
            stored(merchant.ingest(line, refund, less, rest), 4);

            viewIsThatOf(line, refund, less, rest);
        }

        @Test
        void ofTrafficPutTheNewCountersInThePlaceOfTheOld() {
            var first = hour("t").with("views", 100).with("likes", 7);
            var second = hour("u").with("views", 90).with("replaces", "t");
            stored(merchant.ingest(first, second), 2);

            viewIsThatOf(first, second);
            assertThat(figure("views").asInt()).isEqualTo(90);
            assertThat(figure("likes").isNull()).isTrue();
        }

        private void inEveryOrder(List<Event> events) {
            for (var order : permutations(events)) {
                var another = stack.newMerchant();
                for (var event : order) {
                    var answer = another.ingest(event);
                    assertThat(answer.json().path("stored").asInt())
                            .as(
                                    "%s in %s: %s",
                                    event.id(), order.stream().map(Event::id).toList(), answer)
                            .isEqualTo(1);
                }
                Asserting.exact(another, events, List.of(JUNE));
            }
        }
    }

    @Nested
    class Costs {

        @Test
        void anEstimateCountsUntilItIsSettled() {
            var estimate = cost("e", "ads", "5").with("status", "estimated");
            stored(merchant.ingest(estimate), 1);
            viewIsThatOf(estimate);

            var settled = cost("s", "commission", "7").with("settles", "e").with("occurredAt", "2025-06-20T00:00:00Z");
            stored(merchant.ingest(settled), 1);
            viewIsThatOf(estimate, settled);
            assertThat(figure("cost").asString()).isEqualTo("7.00");
            assertThat(state(merchant, estimate)).isEqualTo("replaced");
        }

        @Test
        void theSettlementMayArriveFirst() {
            var settled = cost("s", "ads", "7").with("settles", "e");
            var estimate = cost("e", "ads", "5").with("status", "estimated");
            stored(merchant.ingest(settled), 1);
            stored(merchant.ingest(estimate), 1);

            viewIsThatOf(settled, estimate);
        }

        @Test
        void anEstimateIsSettledOnce() {
            stored(
                    merchant.ingest(
                            cost("e", "ads", "5").with("status", "estimated"),
                            cost("s", "ads", "7").with("settles", "e")),
                    2);

            Asserting.counted(merchant.ingest(cost("t", "ads", "8").with("settles", "e")), 0, 0, 1);
        }

        @Test
        void onlyAnEstimateIsSettled() {
            stored(merchant.ingest(cost("e", "ads", "5")), 1);

            Asserting.counted(merchant.ingest(cost("s", "ads", "7").with("settles", "e")), 0, 0, 1);
        }

        @Test
        void areShownByCategory() {
            var ads = cost("a", "ads", "1");
            var more = cost("b", "ads", "2").with("status", "estimated");
            var staff = cost("c", "staff", "4");
            stored(merchant.ingest(ads, more, staff), 3);

            viewIsThatOf(ads, more, staff);
            assertThat(figure("costByCategory").path("ads").asString()).isEqualTo("3.00");
        }
    }

    @Nested
    class Traffic {

        @Test
        void isSpreadOverTheQuarterHoursItTouchesTheRemainderToTheLast() {
            var crossing = traffic("t", "2025-05-31T23:40:00Z", "2025-06-01T00:20:00Z")
                    .with("impressions", 11)
                    .with("views", 2)
                    .with("likes", 0);
            stored(merchant.ingest(crossing), 1);

            viewIsThatOf(crossing);
            // 23:30, 23:45, 00:00 and 00:15: 2 + 2 + 2 + 5, and 0 + 0 + 0 + 2.
            assertThat(figure("impressions").asInt()).isEqualTo(7);
            assertThat(figure("views").asInt()).isEqualTo(2);
            assertThat(figure("likes").asInt()).isZero();
            assertThat(figure("shares").isNull()).isTrue();
        }

        @Test
        void endingOnAQuarterHourDoesNotTouchTheNext() {
            var tight =
                    traffic("t", "2025-05-31T23:45:00Z", "2025-06-01T00:00:00Z").with("views", 5);
            stored(merchant.ingest(tight), 1);

            viewIsThatOf(tight);
            assertThat(figure("views").isNull()).isTrue();
        }

        @Test
        void ofADayTouchesNinetySixOrNinetySevenQuarterHours() {
            var aligned =
                    traffic("a", "2025-06-10T00:00:00Z", "2025-06-11T00:00:00Z").with("views", 1000);
            var crooked =
                    traffic("b", "2025-06-10T00:07:00Z", "2025-06-11T00:07:00Z").with("views", 1000);
            stored(merchant.ingest(aligned, crooked), 2);

            viewIsThatOf(aligned, crooked);
            Asserting.exact(
                    merchant,
                    List.of(aligned, crooked),
                    List.of(
                            ViewQuery.of(LocalDate.of(2025, 6, 10), LocalDate.of(2025, 6, 11), "UTC", "CNY"),
                            ViewQuery.of(LocalDate.of(2025, 6, 10), LocalDate.of(2025, 6, 11), "Asia/Kathmandu", "CNY"),
                            ViewQuery.of(LocalDate.of(2025, 6, 11), LocalDate.of(2025, 6, 12), "UTC", "CNY")));
        }

        @Test
        void runsForwardAndAtMostADay() {
            for (var wrong : List.of(
                    traffic("t", "2025-06-10T12:00:00Z", "2025-06-10T12:00:00Z"),
                    traffic("t", "2025-06-10T12:00:00Z", "2025-06-10T11:00:00Z"),
                    traffic("t", "2025-06-10T12:00:00Z", "2025-06-11T12:00:00.001Z"))) {
                assertThat(Asserting.codes(merchant.ingest(wrong)))
                        .singleElement()
                        .isIn("start.invalid", "end.invalid");
            }
            rejected(merchant.ingest(hour("t").with("occurredAt", "2025-06-10T11:00:00Z")), "occurredAt.invalid");
        }

        @Test
        void mayTellItsEndInAnotherOffset() {
            var spelled = hour("t").with("occurredAt", "2025-06-10T20:00:00.000+08:00");

            stored(merchant.ingest(spelled), 1);
            Asserting.counted(merchant.ingest(hour("t")), 0, 1, 0);
        }

        @Test
        void takesPeopleAsCounts() {
            var people = new LinkedHashMap<String, Object>();
            people.put("exposed", 9);
            people.put("bought", 1);
            var live = hour("t").with("people", people);
            stored(merchant.ingest(live), 1);

            assertThat(merchant.event("livestream", "t")
                            .json()
                            .path("people")
                            .path("exposed")
                            .asInt())
                    .isEqualTo(9);
            viewIsThatOf(live);
            for (var wrong : List.of(-1, 1.5, "1")) {
                people.put("entered", wrong);
                Asserting.counted(merchant.ingest(hour("u").with("people", new LinkedHashMap<>(people))), 0, 0, 1);
            }
            people.put("entered", 1);
            people.put("guessed", 1);
            Asserting.counted(merchant.ingest(hour("u").with("people", people)), 0, 0, 1);
        }

        @Test
        void countsBeyondFourBytes() {
            var much = hour("t").with("impressions", 9_007_199_254_740_993L).with("views", 3_000_000_000L);
            var more = hour("u").with("impressions", 9_007_199_254_740_993L);
            stored(merchant.ingest(much, more), 2);

            viewIsThatOf(much, more);
        }
    }

    @Nested
    class Moments {

        @Test
        void from2010UpToADayAhead() {
            var oldest = paid("a", "1", "1").with("occurredAt", "2010-01-01T00:00:00Z");
            var ahead = paid("b", "2", "1").with("occurredAt", in(23));
            stored(merchant.ingest(oldest, ahead), 2);

            rejected(
                    merchant.ingest(
                            paid("c", "3", "1").with("occurredAt", "2009-12-31T23:59:59.999Z"),
                            paid("d", "4", "1").with("occurredAt", in(25))),
                    "occurredAt.invalid",
                    "occurredAt.invalid");
        }

        @Test
        void inTheOffsetAndDecimalsTheyAreWrittenIn() {
            var moments = List.of(
                    "2025-06-10T12:00:00Z",
                    "2025-06-10T12:00:00.1Z",
                    "2025-06-10T12:00:00.12Z",
                    "2025-06-10T12:00:00.123Z",
                    "2025-06-10T12:00:00+00:00",
                    "2025-06-10T12:00:00+05:45",
                    "2025-06-10T12:00:00-09:30",
                    "2025-06-10T12:00:00+14:00",
                    "2024-02-29T00:00:00Z");
            for (var moment : moments) {
                stored(merchant.ingest(paid(moment, moment, "1").with("occurredAt", moment)), 1);
            }
            for (var moment : List.of(
                    "2025-06-10T12:00:00",
                    "2025-06-10 12:00",
                    "2025-06-10T12:00:00.1234Z",
                    "2025-02-29T00:00:00Z",
                    "2025-06-10T24:00:01Z",
                    "2025-06-10T12:00:00+25:00",
                    "20250610T120000Z",
                    "")) {
                rejected(merchant.ingest(paid("x", "x", "1").with("occurredAt", moment)), "occurredAt.invalid");
            }
        }

        private static String in(int hours) {
            return Instant.now()
                    .plus(hours, ChronoUnit.HOURS)
                    .truncatedTo(ChronoUnit.SECONDS)
                    .toString();
        }
    }

    @Nested
    class Views {

        @Test
        void whatNobodyReportedIsNullAndNotZero() {
            var view = merchant.view(JUNE).json();

            assertThat(view.path("complete").asBoolean()).isTrue();
            assertThat(view.path("previous").isNull()).isTrue();
            assertThat(view.path("otherCurrencies").isEmpty()).isTrue();
            for (var field : Event.FIELDS) {
                assertThat(view.path("fields").path(field).path("status").asString(""))
                        .isEqualTo("fresh");
            }
            viewIsThatOf();
        }

        @Test
        void zoneAndCurrencyHaveDefaults() {
            // 2025-06-10 begins in Shanghai at 16:00 UTC of the day before.
            var line = paid("a", "1", "10").with("occurredAt", "2025-06-09T16:00:00Z");
            stored(merchant.ingest(line), 1);
            var view = merchant.view("from=2025-06-10&to=2025-06-11").json();

            assertThat(view.path("period").path("zone").asString()).isEqualTo("Asia/Shanghai");
            assertThat(view.path("currency").asString()).isEqualTo("CNY");
            assertThat(view.at("/total/metrics/gmv").asString()).isEqualTo("10.00");
        }

        @Test
        void anIngestIsSeenAtOnce() {
            for (int i = 1; i <= 30; i++) {
                stored(merchant.ingest(paid("e-" + i, "o-" + i, "1")), 1);
                assertThat(figure("orders").asInt()).isEqualTo(i);
            }
        }

        @Test
        void aFreshFieldTellsItsLastRecording() {
            stored(merchant.ingest(paid("a", "1", "1"), paid("b", "2", "1")), 2);
            Asserting.settled(merchant);
            var last = merchant.event("livestream", "b").json();
            var section = merchant.view(JUNE).json().path("fields").path("livestream");

            assertThat(section.path("watermark")).isEqualTo(last.path("watermark"));
            assertThat(section.path("asOf")).isEqualTo(last.path("recordedAt"));

            merchant.ingest(paid("a", "1", "1"), paid("c", "1", "1"));
            assertThat(merchant.view(JUNE).json().path("fields").path("livestream"))
                    .isEqualTo(section);
        }

        @Test
        void whatIsNoViewIsRefusedByName() {
            for (var wrong : List.of(
                    "",
                    "from=2025-06-01",
                    "from=2025-06-01&to=2025-06-01",
                    "from=2025-06-02&to=2025-06-01",
                    "from=2025-06-01T00:00:00Z&to=2025-06-02",
                    "from=2025-02-30&to=2025-06-02",
                    "from=2025-06-01&to=2025-06-02&zone=Mars/Base",
                    "from=2025-06-01&to=2025-06-02&currency=RMB",
                    "from=2025-06-01&to=2025-06-02&colour=red")) {
                Asserting.problem(merchant.view(wrong), 400);
            }
        }

        @Test
        void filtersSelectByShopProductAndTouchpoint() {
            var events = List.of(
                    paid("a", "1", "1"),
                    paid("b", "1", "2").with("line", "2").with("product", "p-2"),
                    paid("c", "2", "4").with("shop", "s"),
                    paid("d", "3", "8").with("touchpoint", "t-2"),
                    hour("t").with("views", 10),
                    hour("u").with("views", 20).with("product", "p-2"),
                    cost("k", "ads", "3").with("shop", "s"),
                    service("s", "complaint").with("touchpoint", "t-2"),
                    audience("x", "u", "saw"));
            stored(merchant.ingest(events, MerchantApi.Form.NDJSON), events.size());

            Asserting.exact(
                    merchant,
                    events,
                    List.of(
                            JUNE,
                            JUNE.withShop("s"),
                            JUNE.withShop("main"),
                            JUNE.withProduct("p-2"),
                            JUNE.withTouchpoint("t-2"),
                            JUNE.withTouchpoint("t-1").withProduct("p-1").withShop("main"),
                            JUNE.withShop("nowhere")));
        }
    }

    private void viewIsThatOf(Event... events) {
        Asserting.exact(merchant, List.of(events), List.of(JUNE));
    }

    private JsonNode figure(String name) {
        return merchant.view(JUNE)
                .json()
                .path("fields")
                .path("livestream")
                .path("metrics")
                .path(name);
    }

    private static Event hour(String id) {
        return traffic(id, "2025-06-10T11:00:00Z", "2025-06-10T12:00:00Z");
    }

    private static List<List<Event>> permutations(List<Event> events) {
        if (events.isEmpty()) {
            return List.of(List.of());
        }
        var permutations = new ArrayList<List<Event>>();
        for (var first : events) {
            var others = events.stream().filter(event -> !event.equals(first)).toList();
            for (var rest : permutations(others)) {
                var permutation = new ArrayList<Event>();
                permutation.add(first);
                permutation.addAll(rest);
                permutations.add(permutation);
            }
        }
        return permutations;
    }
}
