package io.factmatrix.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** An evening with a KOL, through the gateway: whom it reached that no other field had reached before. */
@ExtendWith(RunningStack.Shared.class)
class HeadTest {

    private static final Instant START = Instant.parse("2025-06-10T12:07:00Z");

    /** The quarter-hour in which the slot begins. */
    private static final Instant BEFORE = Instant.parse("2025-06-10T12:00:00Z");

    private final RunningStack stack;
    private final MerchantApi merchant;

    HeadTest(RunningStack stack) {
        this.stack = stack;
        this.merchant = stack.newMerchant();
    }

    private String engagement(String touchpoint) {
        var kol = id(merchant.resource(
                "POST", "/kols", "{\"name\": \"Ming\", \"platform\": \"douyin\", \"handle\": \"ming\"}"));
        return id(merchant.resource(
                "POST", "/engagements", """
                {"kol": "%s", "title": "night", "start": "%s", "end": "%s", "touchpoint": "%s",
                 "slotFee": {"amount": "1.00", "currency": "CNY"}, "commission": 0.2}""".formatted(kol, START, START.plusSeconds(7_200), touchpoint)));
    }

    private static String id(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asString("");
    }

    private JsonNode breakout(String engagement) {
        var answer = merchant.resource("GET", "/engagements/" + engagement + "/breakout", "");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    /** Few enough to be counted: the answer is the sets', to the person. */
    @Test
    void newIsWhoNoOtherFieldHadReachedBeforeTheEvent() {
        var draw = new Random(20);
        var events = new ArrayList<Event>();
        var reached = new HashSet<String>();
        var bought = new HashSet<String>();
        var reachedBefore = new HashSet<String>();
        var boughtBefore = new HashSet<String>();
        for (int at = 0; at < 1_200; at++) {
            var field = Event.FIELDS.get(draw.nextInt(Event.FIELDS.size()));
            var touchpoint = field.equals("kol") && draw.nextBoolean() ? "night-1" : "t-" + draw.nextInt(3);
            var person = "u-" + draw.nextInt(700);
            boolean paid = draw.nextInt(3) == 0;
            var when = START.plusSeconds(draw.nextInt(-20_000, 9_000));
            events.add((paid ? Events.paid("e-" + at, "o-" + at, "1.00") : Events.audience("e-" + at, person, "saw"))
                    .with("field", field)
                    .with("touchpoint", touchpoint)
                    .with("audience", person)
                    .with("occurredAt", when.toString()));
            if (touchpoint.equals("night-1")) {
                reached.add(person);
                if (paid) {
                    bought.add(person);
                }
            } else if (!field.equals("kol") && when.isBefore(BEFORE)) {
                reachedBefore.add(person);
                if (paid) {
                    boughtBefore.add(person);
                }
            }
        }
        assertThat(merchant.ingest(events, MerchantApi.Form.NDJSON)
                        .json()
                        .path("stored")
                        .asInt())
                .isEqualTo(events.size());

        var engagement = engagement("night-1");
        Asserting.settled(merchant);
        var breakout = breakout(engagement);
        assertThat(breakout.path("before").asString()).isEqualTo(BEFORE.toString());
        assertThat(breakout.path("complete").asBoolean())
                .as(breakout.toString())
                .isTrue();
        assertExactly(breakout.at("/reach/all"), reached);
        assertExactly(breakout.at("/reach/new"), without(reached, reachedBefore));
        assertExactly(breakout.at("/buyers/all"), bought);
        assertExactly(breakout.at("/buyers/new"), without(bought, boughtBefore));
        assertThat(without(reached, reachedBefore)).as("a case that can fail").isNotEmpty();
    }

    /** More than are counted: the truth lies between the bounds. */
    @Test
    void ofMultitudesTheTruthLiesBetweenTheBounds() {
        var early = Events.buyers("creator", 0, 9_000).stream()
                .map(event -> event.with("occurredAt", "2025-06-01T12:00:00Z"))
                .toList();
        var night = Events.buyers("kol", 6_000, 16_000).stream()
                .map(event -> event.with("touchpoint", "night-2"))
                .toList();
        assertThat(new Delivery(merchant)).satisfies(delivery -> {
            delivery.send(List.of(early, night), 1, 1);
            assertThat(delivery.wrong()).isEmpty();
        });
        var engagement = engagement("night-2");
        Asserting.settled(merchant);
        var fresh = breakout(engagement).at("/reach/new");
        assertThat(fresh.path("exact").asBoolean()).isFalse();
        assertThat(fresh.path("lower").asInt()).isLessThanOrEqualTo(7_000);
        assertThat(fresh.path("upper").asInt()).isGreaterThanOrEqualTo(7_000);
        assertThat(fresh.path("upper").asInt() - fresh.path("lower").asInt()).isLessThan(1_000);
    }

    @Test
    void whileAFieldIsAwayNobodyIsSaidToBeNew() {
        var engagement = engagement("night-3");
        stack.takeAway("creator");
        try {
            var breakout = breakout(engagement);
            assertThat(breakout.path("complete").asBoolean()).isFalse();
            assertThat(breakout.at("/reach/new").isNull()).isTrue();
            assertThat(breakout.at("/reach/all/value").asInt(-1)).isZero();
            assertThat(breakout.at("/fields/creator/status").asString()).isEqualTo("missing");
        } finally {
            stack.bringBack("creator");
        }
    }

    private static void assertExactly(JsonNode people, Set<String> expected) {
        assertThat(people.path("exact").asBoolean()).isTrue();
        assertThat(people.path("value").asInt(-1)).isEqualTo(expected.size());
    }

    private static Set<String> without(Set<String> people, Set<String> others) {
        var rest = new HashSet<>(people);
        rest.removeAll(others);
        return rest;
    }
}
