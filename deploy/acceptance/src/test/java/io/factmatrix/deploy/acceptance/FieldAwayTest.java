package io.factmatrix.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A service that is away holds up nobody, is said to be away, and loses nothing of what happened meanwhile. */
@ExtendWith(RunningStack.Shared.class)
class FieldAwayTest {

    private final RunningStack stack;

    FieldAwayTest(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void afterAnOutageAllIsExactAndThePastIsToldAsItWas() {
        var history = History.random(81, 2_400);
        var queries = History.queries(81, 20);
        var before = history.subList(0, 800);
        var others = history.subList(800, history.size()).stream()
                .filter(event -> !event.field().equals("creator"))
                .toList();
        var merchant = stack.newMerchant();
        send(merchant, before, 1);
        Asserting.exact(merchant, before, queries);
        var known = section(merchant, queries.get(0), "creator");

        stack.takeAway("creator");
        try {
            send(merchant, others, 2);
            var creator = section(merchant, queries.get(0), "creator");
            assertThat(creator).containsEntry("status", "stale");
            assertThat(creator.get("metrics")).isEqualTo(known.get("metrics"));
            var livestream = section(merchant, queries.get(0), "livestream");
            assertThat(livestream).containsEntry("status", "fresh").containsEntry("settling", "true");
            var corrections = merchant.corrections("limit=5").json();
            assertThat(corrections.path("complete").asBoolean()).isFalse();
            assertThat(corrections.path("items")).isEmpty();
            assertThat(corrections.at("/missing/0/field").asString()).isEqualTo("creator");
            assertThat(corrections.path("nextCursor").isString()).isTrue();
            assertThat(merchant.conflicts("").json().path("complete").asBoolean())
                    .isFalse();
        } finally {
            stack.bringBack("creator");
        }
        send(merchant, history, 3);
        Asserting.exact(merchant, history, queries);
    }

    @Test
    void servicesThatAreRestartedInBetweenComeToTheSame() {
        var history = History.random(82, 1_600);
        var queries = History.queries(82, 20);
        var merchant = stack.newMerchant();
        var services = List.of("kol", "livestream", "campaign", "creator");
        int part = history.size() / (services.size() + 1);
        for (int turn = 0; turn < services.size(); turn++) {
            send(merchant, history.subList(turn * part, (turn + 1) * part), turn);
            stack.takeAway(services.get(turn));
            stack.bringBack(services.get(turn));
        }
        send(merchant, history.subList(services.size() * part, history.size()), part);
        Asserting.exact(merchant, history, queries);
    }

    private static void send(MerchantApi merchant, List<Event> events, long seed) {
        var delivery = new Delivery(merchant);
        delivery.send(Delivery.batches(events, seed, 1.2, 200), 2, seed);
        assertThat(delivery.wrong()).isEmpty();
    }

    private static Map<String, String> section(MerchantApi merchant, ViewQuery query, String field) {
        var answer = merchant.view(query);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        var section = answer.json().path("fields").path(field);
        return Map.of(
                "status", section.path("status").asString(""),
                "settling", section.path("settling").asString(""),
                "metrics", section.path("metrics").toString());
    }
}
