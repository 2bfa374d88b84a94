package io.factmatrix.deploy.acceptance;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** How often the truth lies within the bounds of what an installation tells of who was reached, by how many they are. */
final class AudienceBounds {

    private static final int CLIENTS = 4;
    private static final int BATCH = 5_000;
    private static final int BATCHES_AT_ONCE = 16;
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(5);

    private final MerchantApi api;
    private final long seed;
    private final List<String> wrong = new ArrayList<>();
    private int cases;

    /** @param api of a merchant without events */
    AudienceBounds(MerchantApi api, long seed) {
        this.api = api;
        this.seed = seed;
    }

    /**
     * What was found of sets of one size.
     *
     * @param exact figures that must be exact; each that is not is among {@link #wrong}
     * @param estimates figures that may be estimates
     * @param inside of these how many have the truth within their bounds
     * @param width of the total's reach, from bound to bound, as a share of the truth; 0 where it is exact
     * @param sent how long it took to send a case until it was durable, on average
     * @param first how long the first answer took at most: whoever asks waits until what was sent before is sketched
     * @param again the median of later answers to other questions
     */
    record Found(
            int people,
            int cases,
            int exact,
            int estimates,
            int inside,
            double width,
            Duration sent,
            Duration first,
            Duration again) {}

    /** What of the answers is certainly wrong, one line each. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** Sends so many cases of that size, and asks for each of them. */
    Found look(int people, int times) {
        var sending = System.nanoTime();
        var sent = new ArrayList<AudienceCase>();
        for (int time = 0; time < times; time++) {
            sent.add(send(people));
        }
        var took = Duration.ofNanos((System.nanoTime() - sending) / times);
        var tally = new Tally();
        var first = Duration.ZERO;
        var again = new ArrayList<Duration>();
        for (var one : sent) {
            var asked = System.nanoTime();
            var answer = whole(one.query());
            first = max(first, Duration.ofNanos(System.nanoTime() - asked));
            judge(one, answer, tally);
            asked = System.nanoTime();
            whole(one.query().withShop("main"));
            again.add(Duration.ofNanos(System.nanoTime() - asked));
        }
        Collections.sort(again);
        return new Found(
                people,
                times,
                tally.exact,
                tally.estimates,
                tally.inside,
                tally.width / times,
                took,
                first,
                again.get(again.size() / 2));
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private AudienceCase send(int people) {
        var one = new AudienceCase("s" + seed + "c" + cases, people, FIRST_DAY.plusDays(2L * cases));
        cases++;
        var delivery = new Delivery(api);
        var wave = new ArrayList<List<Event>>();
        one.send(BATCH, batch -> {
            wave.add(batch);
            if (wave.size() == BATCHES_AT_ONCE) {
                delivery.send(wave, CLIENTS, seed);
                wave.clear();
            }
        });
        delivery.send(wave, CLIENTS, seed);
        wrong.addAll(delivery.wrong());
        return one;
    }

    /** A field may be late, or not yet take account of the others, which the answer says; then it is asked again. */
    private JsonNode whole(ViewQuery query) {
        long deadline = System.nanoTime() + SETTLED_WITHIN.toNanos();
        var answer = api.audience(query);
        while (!(answer.ok() && answer.json().path("complete").asBoolean()) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            answer = api.audience(query);
        }
        if (!answer.ok() || !answer.json().path("complete").asBoolean()) {
            wrong.add("not complete after " + SETTLED_WITHIN + ": " + query.parameters() + ": " + answer);
        }
        return answer.ok() ? answer.json() : JsonNodeFactory.instance.objectNode();
    }

    private void judge(AudienceCase one, JsonNode answer, Tally tally) {
        var expected = one.truth().expected();
        Differences.betweenAudiences(expected, answer)
                .forEach(difference -> wrong.add(one.query().parameters() + ": " + difference));
        wrong.addAll(new Invariants().ofAudience(answer));
        tally.add(expected, Audience.judged(answer));
        var reach = answer.at("/total/aware");
        tally.width += (reach.path("upper").asDouble() - reach.path("lower").asDouble())
                / Math.max(1, reach.path("value").asDouble());
    }

    private static final class Tally {

        private int exact;
        private int estimates;
        private int inside;
        private double width;

        /** Follows both down to the figures. */
        private void add(@Nullable Object expected, @Nullable Object answered) {
            if (expected instanceof Estimate estimate) {
                estimates++;
                inside += answered instanceof JsonNode people && estimate.isWithin(people) ? 1 : 0;
            } else if (expected instanceof Map<?, ?> members) {
                if (members.containsKey("exact")) {
                    exact++;
                } else {
                    members.forEach((name, part) -> add(part, member(answered, String.valueOf(name))));
                }
            }
        }

        private static @Nullable Object member(@Nullable Object of, String name) {
            return of instanceof Map<?, ?> members
                    ? members.get(name)
                    : of instanceof JsonNode node ? node.path(name) : null;
        }
    }
}
