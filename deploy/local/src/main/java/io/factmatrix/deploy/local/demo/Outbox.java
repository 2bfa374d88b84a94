package io.factmatrix.deploy.local.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Events on their way: each leaves at the time at which the merchant's systems would send it. */
final class Outbox {

    private static final Comparator<Waiting> IN_TURN =
            Comparator.comparingLong(Waiting::sent).thenComparingLong(Waiting::number);

    private final long end;
    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>(1024, IN_TURN);
    private long number;

    /**
     * @param end nothing is sent from then on
     */
    Outbox(Instant end) {
        this.end = end.getEpochSecond();
    }

    /** Sends an event as soon as it happens. */
    void send(DemoEvent event) {
        send(event, Duration.ZERO);
    }

    void send(DemoEvent event, Duration later) {
        var sent = event.occurredAt().plus(later).getEpochSecond();
        if (sent < end) {
            waiting.add(new Waiting(sent, number++, event.json()));
        }
    }

    /** The lines that leave before that moment. */
    byte[] before(Instant moment) {
        var lines = new ByteArrayOutputStream(1 << 20);
        for (var next = waiting.peek(); next != null && next.sent() < moment.getEpochSecond(); next = waiting.peek()) {
            lines.writeBytes(next.line().getBytes(StandardCharsets.UTF_8));
            lines.write('\n');
            waiting.remove();
        }
        return lines.toByteArray();
    }

    private record Waiting(long sent, long number, String line) {}
}
