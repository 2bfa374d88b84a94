package io.factmatrix.ledger.http;

import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.event.Rejection;
import java.util.EnumSet;
import java.util.Optional;

/** The rules that an event keeps by itself, for who wants to know before it is sent. */
public final class EventRules {

    private final EventDecoder decoder = new EventDecoder(EnumSet.allOf(Field.class));

    /** Why that line would be refused; empty when it is an event. */
    public Optional<Rejection> refusal(byte[] line) {
        return Optional.ofNullable(decoder.decode(line).refused());
    }
}
