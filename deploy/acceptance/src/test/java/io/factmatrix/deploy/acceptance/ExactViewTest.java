package io.factmatrix.deploy.acceptance;

import static io.factmatrix.deploy.acceptance.Events.buyers;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A random history, however it arrives, gives the views that the oracle computes from its events. */
@ExtendWith(RunningStack.Shared.class)
class ExactViewTest {

    private final RunningStack stack;

    ExactViewTest(RunningStack stack) {
        this.stack = stack;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void everyViewEqualsTheOracleWhateverTheOrderBatchesAndRepetitions(long seed) {
        var history = History.random(seed, 400);
        var queries = History.queries(seed, 40);
        var inOrder = stack.newMerchant();
        var first = deliver(inOrder, List.of(history), 1, seed);
        assertThat(first.stored()).isEqualTo(history.size());
        var bytes = Asserting.exact(inOrder, history, queries);
        Asserting.inSeries(inOrder, history, queries.subList(0, 15));

        for (long permutation = 0; permutation < 3; permutation++) {
            var anyhow = stack.newMerchant();
            var batches = Delivery.batches(history, seed * 100 + permutation, 1.5, permutation == 0 ? 3 : 150);
            var delivery = deliver(anyhow, batches, permutation == 1 ? 1 : 4, permutation);
            assertThat(delivery.stored()).isEqualTo(history.size());
            assertThat(Asserting.viewBytes(anyhow, queries)).isEqualTo(bytes);
        }
    }

    /** After every batch the view is that of what was stored so far. */
    @ParameterizedTest
    @ValueSource(longs = {11})
    void everyViewOnTheWayEqualsTheOracleOfWhatWasStoredSoFar(long seed) {
        var history = History.random(seed, 300);
        var queries = History.queries(seed, 12);
        var merchant = stack.newMerchant();
        for (int sent = 0; sent < history.size(); ) {
            int next = Math.min(history.size(), sent + 60);
            Asserting.stored(merchant.ingest(history.subList(sent, next), MerchantApi.Form.ARRAY), next - sent);
            sent = next;
            Asserting.exact(merchant, history.subList(0, sent), queries);
        }
    }

    /** More than are counted exactly, many of them in two fields. */
    @Test
    void manyBuyersOfTheTotalAreWithinTheirBoundsAndEqualInAnyOrder() {
        var events = new ArrayList<Event>();
        events.addAll(buyers("livestream", 0, 4_500));
        events.addAll(buyers("kol", 3_000, 8_000));
        events.addAll(buyers("creator", 7_999, 8_010));
        var june = ViewQuery.of(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 7, 1), "UTC", "CNY");
        var july = ViewQuery.of(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 8, 1), "UTC", "CNY");
        var merchant = stack.newMerchant();
        deliver(merchant, List.of(events), 1, 1);
        var queries = List.of(june, july, june.withTouchpoint("t-1"));
        var bytes = Asserting.exact(merchant, events, queries);
        assertThat(merchant.view(june).json().at("/total/metrics/buyers/exact").booleanValue())
                .isFalse();

        var anyhow = stack.newMerchant();
        deliver(anyhow, Delivery.batches(events, 7, 1.5, 900), 4, 7);
        assertThat(Asserting.viewBytes(anyhow, queries)).isEqualTo(bytes);
    }

    private static Delivery deliver(MerchantApi merchant, List<List<Event>> batches, int clients, long seed) {
        var delivery = new Delivery(merchant);
        delivery.send(batches, clients, seed);
        assertThat(delivery.wrong()).isEmpty();
        return delivery;
    }
}
