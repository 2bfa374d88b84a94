package io.factmatrix.deploy.acceptance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final List<Event> HISTORY = History.random(7, 5000);

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(History.random(7, 5000)).isEqualTo(HISTORY);
        assertThat(History.random(8, 5000)).isNotEqualTo(HISTORY);
    }

    @Test
    void namesEachEventOfAFieldOnce() {
        assertThat(HISTORY).extracting(Event::key).doesNotHaveDuplicates();
        assertThat(HISTORY.stream().map(Event::id).collect(Collectors.toSet()))
                .as("ids, of which two fields share some")
                .hasSizeLessThan(HISTORY.size());
    }

    @Test
    void coversEveryTypeInEveryFieldAndEveryCorrection() {
        var kinds = HISTORY.stream()
                .map(event -> event.type() + " " + event.field() + (event.has("replaces") ? " replaces" : ""))
                .collect(Collectors.toSet());

        assertThat(kinds).hasSize(6 * 5 * 2);
        assertThat(HISTORY).anyMatch(event -> event.has("settles")).anyMatch(Event::sample);
    }

    @Test
    void replacesOnlyWhatMayBeReplaced() {
        var events = HISTORY.stream().collect(Collectors.toMap(Event::key, event -> event));
        var taken = new HashSet<Event.Key>();
        for (var event : HISTORY) {
            for (var link : List.of("replaces", "settles")) {
                if (event.has(link)) {
                    var target = requireNonNull(events.get(new Event.Key(event.field(), event.text(link))));
                    assertThat(taken.add(target.key())).as("first of " + event).isTrue();
                    assertThat(target.type()).isEqualTo(event.type());
                    assertThat(target.shop()).isEqualTo(event.shop());
                    if (event.type().equals("traffic")) {
                        assertThat(target.touchpoint()).isEqualTo(event.touchpoint());
                    }
                    if (event.has("order") && !event.type().equals("service")) {
                        assertThat(target.lineKey()).isEqualTo(event.lineKey());
                    }
                }
            }
        }
    }

    @Test
    void claimsSomeLinesInTwoFieldsAndRefundsNoMoreThanTheSmallestAmount() {
        var paid = new HashMap<Event.LineKey, BigInteger>();
        var claimed = new HashMap<Event.LineKey, Set<String>>();
        for (var event : HISTORY) {
            if (event.type().equals("order.paid")) {
                paid.merge(event.lineKey(), event.amount().minor(), BigInteger::min);
                claimed.computeIfAbsent(event.lineKey().ofAnyField(), line -> new HashSet<>())
                        .add(event.field());
            }
        }
        HISTORY.stream()
                .filter(event -> event.type().equals("order.refunded"))
                .forEach(refund ->
                        paid.merge(refund.lineKey(), refund.amount().minor().negate(), BigInteger::add));

        assertThat(paid.values()).allMatch(left -> left.signum() >= 0);
        assertThat(claimed.values()).anyMatch(fields -> fields.size() == 1).anyMatch(fields -> fields.size() == 2);
    }

    @Test
    void batchesHoldEveryEventAtLeastOnce() {
        var batches = Delivery.batches(HISTORY, 1, 2.5, 100);

        assertThat(batches).allMatch(batch -> !batch.isEmpty() && batch.size() <= 100);
        assertThat(batches.stream().flatMap(List::stream).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(HISTORY);
        assertThat(batches.stream().mapToInt(List::size).sum()).isGreaterThan(2 * HISTORY.size());
    }
}
