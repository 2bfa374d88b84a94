package io.factmatrix.ledger.http;

import io.factmatrix.ledger.domain.decision.Batch;
import io.factmatrix.ledger.domain.decision.Decision;
import io.factmatrix.ledger.domain.decision.Known;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.event.State;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** What empty ledgers would say to lines, one after the other, without a store: the decoder, and the rules between events. */
public final class LineJudge {

    private final EventDecoder decoder = new EventDecoder(EnumSet.allOf(Field.class));
    private final Map<Field, Batch> batches = new EnumMap<>(Field.class);
    private final Instant now;

    /**
     * @param now judges what lies ahead
     */
    public LineJudge(Instant now) {
        this.now = now;
    }

    /** The event of a line that is stored; an assertion error that says why, when it is refused or stored already. */
    public Event stored(byte[] line) {
        var decoded = decoder.decode(line);
        var event = decoded.event();
        if (event == null) {
            throw new AssertionError(decoded.id() + ": " + decoded.refused());
        }
        var decision = batch(event.field()).decide(event);
        if (!(decision instanceof Decision.Stored)) {
            throw new AssertionError(event + ": " + decision);
        }
        return event;
    }

    /** The states of a field's events that are not simply counted; asked for once, in the end. */
    public Map<String, State> states(Field field) {
        return batch(field).changes().states();
    }

    private Batch batch(Field field) {
        return batches.computeIfAbsent(field, unknown -> new Batch(new Known(List.of(), Map.of()), now));
    }
}
