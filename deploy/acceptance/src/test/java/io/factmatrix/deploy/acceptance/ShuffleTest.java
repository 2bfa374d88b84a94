package io.factmatrix.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Scorecard 7: every event five times, shuffled, refunds before orders: the view bytes of the run in order. */
@ExtendWith(RunningStack.Shared.class)
class ShuffleTest {

    private static final int COPIES = 5;
    private static final int BATCH = 400;

    private final RunningStack stack;

    ShuffleTest(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void fiveShuffledCopiesWithRefundsFirstGiveTheBytesOfTheRunInOrder() {
        var history = History.random(70, 1200);
        var queries = History.queries(70, 50);
        var inOrder = stack.newMerchant();
        Asserting.stored(inOrder.ingest(history, MerchantApi.Form.NDJSON), history.size());

        var shuffled = stack.newMerchant();
        int stored = 0;
        var log = refundsFirst(history);
        for (int from = 0; from < log.size(); from += BATCH) {
            var answer = shuffled.ingest(log.subList(from, Math.min(log.size(), from + BATCH)), MerchantApi.Form.GZIP);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            assertThat(Asserting.codes(answer)).as(answer.toString()).isEmpty();
            stored += answer.json().path("stored").asInt();
        }

        assertThat(stored).isEqualTo(history.size());
        assertThat(Asserting.exact(shuffled, history, queries)).isEqualTo(Asserting.viewBytes(inOrder, queries));
    }

    private static List<Event> refundsFirst(List<Event> history) {
        var log = new ArrayList<Event>();
        for (int copy = 0; copy < COPIES; copy++) {
            log.addAll(History.shuffled(history, copy));
        }
        var shuffled = new ArrayList<>(History.shuffled(log, COPIES));
        shuffled.sort(Comparator.comparing(event -> !event.type().equals("order.refunded")));
        return shuffled;
    }
}
