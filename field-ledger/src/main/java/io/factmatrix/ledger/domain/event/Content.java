package io.factmatrix.ledger.domain.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an event tells beside where and when: one record a type. Equal records mean the same. */
public sealed interface Content {

    EventType type();

    /** What concerns an order line. */
    sealed interface OfOrder extends Content permits OrderPaid, OrderRefunded {
        String order();

        String line();
    }

    /**
     * Counters of an interval {@code [start, occurredAt)}.
     *
     * @param counters those that were reported; the others are unknown
     */
    record Traffic(Instant start, Map<Counter, Long> counters, Map<People, Long> people) implements Content {
        @Override
        public EventType type() {
            return EventType.TRAFFIC;
        }
    }

    /** Somebody saw or interacted. */
    record Seen(String stage) implements Content {
        @Override
        public EventType type() {
            return EventType.AUDIENCE;
        }
    }

    /** An order line was paid; a sample counts in no figure. */
    record OrderPaid(String order, String line, long quantity, Money amount, boolean sample) implements OfOrder {
        @Override
        public EventType type() {
            return EventType.ORDER_PAID;
        }
    }

    /** Part of an order line, or all of it, was paid back. */
    record OrderRefunded(
            String order,
            String line,
            Money amount,
            @Nullable Long quantity,
            @Nullable String reason) implements OfOrder {
        @Override
        public EventType type() {
            return EventType.ORDER_REFUNDED;
        }
    }

    /**
     * Money spent.
     *
     * @param settles id of the estimate that this settled cost takes the place of
     */
    record Cost(
            String category,
            Money amount,
            boolean estimated,
            @Nullable String settles) implements Content {

        /** Every category there is. */
        public static final List<String> CATEGORIES =
                List.of("ads", "commission", "slotFee", "sample", "staff", "production", "discount", "other");

        @Override
        public EventType type() {
            return EventType.COST;
        }
    }

    /** A customer turned to service. */
    record Service(String kind, @Nullable String order) implements Content {
        @Override
        public EventType type() {
            return EventType.SERVICE;
        }
    }
}
