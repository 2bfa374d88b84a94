package io.factmatrix.deploy.acceptance;

import static io.factmatrix.deploy.acceptance.Events.paid;
import static io.factmatrix.deploy.acceptance.Events.refunded;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A reader that follows a field's ledger misses nothing, and a look-up says what became of an event. */
@ExtendWith(RunningStack.Shared.class)
class LedgerReadTest {

    private final RunningStack stack;

    LedgerReadTest(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void pagesAndStreamAreCompleteInRecordedOrderWithoutGaps() {
        var history = History.random(21, 600);
        var merchant = stack.newMerchant();
        var delivery = new Delivery(merchant);
        delivery.send(Delivery.batches(history, 21, 1.3, 60), 4, 21);
        assertThat(delivery.wrong()).isEmpty();
        Asserting.settled(merchant);
        var oracle = new Oracle(history);

        for (var field : Event.FIELDS) {
            var streamed = merchant.ledgerStream(field, null).lines();
            assertThat(new Verifier.Ledger(streamed).gaps(field)).isEmpty();
            assertThat(paged(merchant, field, 7)).isEqualTo(streamed);
            assertThat(paged(merchant, field, 500)).isEqualTo(streamed);
            assertThat(merchant.ledgerStream(field, "0").lines()).isEqualTo(streamed);
            assertThat(merchant.ledgerStream(field, "10").lines()).isEqualTo(streamed.subList(10, streamed.size()));
            assertThat(streamed.stream().map(event -> event.path("id").asString()))
                    .containsExactlyInAnyOrderElementsOf(history.stream()
                            .filter(event -> event.field().equals(field))
                            .map(Event::id)
                            .toList());
            for (var event : streamed) {
                var key = new Event.Key(field, event.path("id").asString());
                assertThat(event.path("state").asString(""))
                        .as(event.toString())
                        .isEqualTo(oracle.state(key));
                assertThat(merchant.event(field, key.id()).json()).isEqualTo(event);
            }
        }
    }

    @Test
    void anEventIsAnsweredAsItWasStored() {
        var merchant = stack.newMerchant();
        var event = paid("a/b c%2F?#", "o 1", "12.50")
                .with("shop", "s&1")
                .with("audience", "u")
                .with("occurredAt", "2025-06-10T20:00:00.120+08:00");
        Asserting.stored(merchant.ingest(event), 1);

        var answer = merchant.event("livestream", event.id());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        var kept = answer.json();
        for (var member : List.of("id", "type", "field", "touchpoint", "shop", "audience", "order", "product")) {
            assertThat(kept.path(member).asString("")).as(member).isEqualTo(event.text(member));
        }
        assertThat(kept.path("quantity").asInt()).isEqualTo(1);
        assertThat(kept.path("amount").path("currency").asString("")).isEqualTo("CNY");
        assertThat(OffsetDateTime.parse(kept.path("occurredAt").asString()).toInstant())
                .isEqualTo(event.occurredAt());
        assertThat(OffsetDateTime.parse(kept.path("recordedAt").asString()).toInstant())
                .isAfter(event.occurredAt());
        assertThat(kept.path("watermark").asString("")).isEqualTo("1");
        assertThat(kept.path("state").asString("")).isEqualTo("counted");
    }

    @Test
    void aLookUpTellsTheState() {
        var merchant = stack.newMerchant();
        var early = refunded("early", "1", "5");
        var tooMuch = refunded("too-much", "1", "96");
        Asserting.stored(merchant.ingest(early, tooMuch), 2);
        assertThat(Asserting.state(merchant, early)).isEqualTo("parked");

        var line = paid("line", "1", "100");
        Asserting.stored(merchant.ingest(line), 1);
        assertThat(Asserting.state(merchant, early)).isEqualTo("counted");
        assertThat(Asserting.state(merchant, tooMuch)).isEqualTo("invalid");

        var correction = line.with("id", "correction").with("replaces", "line");
        Asserting.stored(merchant.ingest(correction), 1);
        assertThat(Asserting.state(merchant, line)).isEqualTo("replaced");
        assertThat(Asserting.state(merchant, correction)).isEqualTo("counted");
    }

    @Test
    void anIdIsLookedUpInItsField() {
        var merchant = stack.newMerchant();
        var mine = paid("same", "1", "1");
        var theirs = paid("same", "2", "2").with("field", "kol");
        Asserting.stored(merchant.ingest(mine, theirs), 2);

        assertThat(merchant.event("kol", "same").json().path("order").asString())
                .isEqualTo("2");
        assertThat(merchant.event("livestream", "same").json().path("order").asString())
                .isEqualTo("1");
        Asserting.problem(merchant.event("unattributed", "same"), 404);
    }

    @Test
    void whatIsNoReadIsRefused() {
        var merchant = stack.newMerchant();

        Asserting.problem(merchant.event("", "a"), 400);
        Asserting.problem(merchant.event("nowhere", "a"), 400);
        Asserting.problem(merchant.ledger("", null, 10), 400);
        Asserting.problem(merchant.ledger("nowhere", null, 10), 400);
        Asserting.problem(merchant.ledger("kol", null, 0), 400);
        Asserting.problem(merchant.ledger("kol", null, 501), 400);
        Asserting.problem(merchant.ledger("kol", "soon", 10), 400);
        Asserting.problem(merchant.ledger("kol", "-1", 10), 400);
    }

    private static List<JsonNode> paged(MerchantApi merchant, String field, int limit) {
        var events = new ArrayList<JsonNode>();
        @Nullable String after = null;
        while (true) {
            var page = merchant.ledger(field, after, limit).json().path("items");
            page.forEach(events::add);
            assertThat(page.size()).isLessThanOrEqualTo(limit);
            if (page.isEmpty()) {
                return events;
            }
            after = page.path(page.size() - 1).path("watermark").asString();
        }
    }
}
