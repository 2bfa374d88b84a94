package io.factmatrix.ledger.domain.conflict;

import io.factmatrix.ledger.domain.Facts.Stated;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.EventType;
import io.factmatrix.ledger.domain.event.Fact;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.ledger.domain.event.State;
import java.util.Arrays;
import java.util.Optional;

/** A recorded event that counts for nothing because it contradicts another one. */
public sealed interface Conflict {

    /** The event that does not count. */
    Fact fact();

    /** The own paid event of the line that it concerns: itself, or the one that it refunds. */
    Event paid();

    Kind kind();

    /** Counts in a stronger field. */
    sealed interface Outclaimed extends Conflict {
        /** The paid event of the stronger field, which counts. */
        Event claimedBy();
    }

    /**
     * An order line that a stronger field claims, too.
     *
     * @param refunded what has been paid back of it here
     */
    record OutclaimedLine(Fact fact, Event claimedBy, Money refunded) implements Outclaimed {
        @Override
        public Event paid() {
            return fact.event();
        }

        @Override
        public Kind kind() {
            return Kind.LINE_OUTCLAIMED;
        }
    }

    /** A refund of such a line. */
    record OutclaimedRefund(Fact fact, Event paid, Event claimedBy) implements Outclaimed {
        @Override
        public Kind kind() {
            return Kind.REFUND_OUTCLAIMED;
        }
    }

    /**
     * A refund that waited for its line and then did not fit it: in another currency, or of more than was left.
     *
     * @param left what was left of the line when its turn came, in the line's currency
     */
    record InvalidRefund(Fact fact, Event paid, Money left) implements Conflict {
        @Override
        public Kind kind() {
            return Kind.REFUND_INVALID;
        }
    }

    /** What contradicts what; each kind is known by the state and the type of its events. */
    enum Kind {
        LINE_OUTCLAIMED("line.outclaimed", State.OUTCLAIMED, EventType.ORDER_PAID),
        REFUND_OUTCLAIMED("refund.outclaimed", State.OUTCLAIMED, EventType.ORDER_REFUNDED),
        REFUND_INVALID("refund.invalid", State.INVALID, EventType.ORDER_REFUNDED);

        private final String word;
        private final State state;
        private final EventType type;

        Kind(String word, State state, EventType type) {
            this.word = word;
            this.state = state;
            this.type = type;
        }

        /** The word the API uses. */
        public String word() {
            return word;
        }

        /** The state of its events. */
        public State state() {
            return state;
        }

        /** Whether that event makes one. */
        public boolean covers(Stated stated) {
            return stated.state() == state && stated.fact().event().type() == type;
        }

        /** The kind of that word, or empty when there is none. */
        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst();
        }
    }
}
