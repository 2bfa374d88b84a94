package io.factmatrix.deploy.acceptance;

import static io.factmatrix.deploy.acceptance.Events.money;
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

/** What contradicts each other is listed with the money at stake, and is no longer once it does not. */
@ExtendWith(RunningStack.Shared.class)
class ConflictsTest {

    private final MerchantApi merchant;
    private final List<Event> sent = new ArrayList<>();

    ConflictsTest(RunningStack stack) {
        merchant = stack.newMerchant();
    }

    @Test
    void ofARandomHistoryAreExactlyTheOracles() {
        send(History.random(618, 600).toArray(Event[]::new));
        assertThat(new Oracle(sent).conflicts()).hasSizeGreaterThan(20);
        listedAsTheOracleSays();
        assertThat(listed())
                .allSatisfy(item -> assertThat(
                                OffsetDateTime.parse(item.path("recordedAt").asString()))
                        .isEqualTo(recordedAt(item)));
    }

    private OffsetDateTime recordedAt(JsonNode item) {
        var event =
                merchant.event(item.path("field").asString(), item.path("event").asString());
        return OffsetDateTime.parse(event.json().path("recordedAt").asString());
    }

    @Test
    void vanishWhenTheStrongerClaimTurnsOutASampleAndComeBackWhenItIsNone() {
        send(
                paid("l", "o", "199"),
                refunded("r", "o", "50"),
                paid("l-2", "o", "20").with("line", "2"),
                paid("c", "o", "190").with("field", "creator"),
                paid("k", "o", "189").with("field", "kol"));
        assertThat(listed()).hasSize(3);
        listedAsTheOracleSays();
        send(paid("k-2", "o", "189").with("field", "kol").with("replaces", "k").with("sample", true));
        // What the strongest one gave up, the next one claims.
        assertThat(listed())
                .hasSize(2)
                .allSatisfy(item ->
                        assertThat(item.at("/claimedBy/field").asString()).isEqualTo("creator"));
        listedAsTheOracleSays();
        send(paid("c-2", "o", "190")
                .with("field", "creator")
                .with("replaces", "c")
                .with("sample", true));
        assertThat(listed()).isEmpty();
        send(paid("c-3", "o", "180").with("field", "creator").with("replaces", "c-2"));
        assertThat(listed()).hasSize(2);
        listedAsTheOracleSays();
    }

    @Test
    void vanishWhenTheWeakerLineTurnsOutASample() {
        send(
                paid("l", "o", "199"),
                refunded("r", "o", "50"),
                paid("k", "o", "189").with("field", "kol").with("touchpoint", "night-1"));
        assertThat(listed()).hasSize(2);
        send(paid("l-2", "o", "199").with("replaces", "l").with("sample", true));
        assertThat(listed()).isEmpty();
        listedAsTheOracleSays();
    }

    @Test
    void areRefundsThatTurnedOutNotToFit() {
        send(
                refunded("r-1", "o", "30"),
                refunded("r-2", "o", "80"),
                refunded("r-3", "o", "1").with("amount", money("1", "JPY")));
        assertThat(listed()).isEmpty();
        send(paid("l", "o", "100"));
        var listed = listed();
        assertThat(listed).extracting(item -> item.path("event").asString()).containsExactly("r-2", "r-3");
        assertThat(listed)
                .extracting(item -> item.at("/detail/code").asString())
                .containsExactly("refund.exceeds_paid", "refund.currency");
        assertThat(listed.get(0).at("/detail/paid/amount").asString()).isEqualTo("100.00");
        assertThat(listed.get(0).at("/detail/left/amount").asString()).isEqualTo("70.00");
        assertThat(listed).allSatisfy(item -> {
            assertThat(item.path("kind").asString()).isEqualTo("refund.invalid");
            assertThat(item.path("claimedBy").isNull()).isTrue();
        });
        send(
                refunded("r-2b", "o", "20").with("replaces", "r-2"),
                refunded("r-3b", "o", "10").with("replaces", "r-3"));
        assertThat(listed()).isEmpty();
    }

    @Test
    void areReadToTheirEndWhileTheyComeAndGo() {
        var events = new ArrayList<Event>();
        for (int order = 0; order < 30; order++) {
            events.add(paid("e-" + order, "o-" + order, "5"));
            events.add(paid("e-" + order, "o-" + order, "4").with("field", "kol"));
        }
        send(events.toArray(Event[]::new));
        assertThat(listed()).hasSize(30);
        var first = merchant.conflicts("limit=10").json();
        assertThat(first.path("items")).hasSize(10);
        // The very ones that were just read are resolved, the last among them.
        var resolved = new ArrayList<Event>();
        first.path("items")
                .forEach(item -> resolved.add(paid(
                                item.path("event").asString() + "-s",
                                item.path("order").asString(),
                                "4")
                        .with("field", "kol")
                        .with("replaces", item.path("event").asString())
                        .with("sample", true)));
        send(resolved.toArray(Event[]::new));
        assertThat(listed(first.path("nextCursor").asString())).hasSize(20).isEqualTo(listed());
    }

    private void send(Event... events) {
        Asserting.stored(merchant.ingest(events), events.length);
        sent.addAll(List.of(events));
        Asserting.settled(merchant);
    }

    private List<JsonNode> listed() {
        return listed(null);
    }

    private List<JsonNode> listed(@Nullable String behind) {
        var wrong = new ArrayList<String>();
        var listed = Conflicts.read(merchant, "", behind, 500, wrong);
        assertThat(wrong).isEmpty();
        return listed;
    }

    private void listedAsTheOracleSays() {
        for (int limit : List.of(1, 4, 500)) {
            assertThat(Conflicts.differences(new Oracle(sent), merchant, limit)).isEmpty();
        }
    }
}
