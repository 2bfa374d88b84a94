package io.factmatrix.campaign.domain.offer;

import com.fasterxml.jackson.annotation.JsonValue;
import io.factmatrix.kit.resource.Id;
import io.factmatrix.kit.resource.Kind;

/** The id of an offer; made here. */
public record OfferId(@JsonValue String value) implements Id {

    public static final Kind OFFER = new Kind("offer");

    /** 404 {@code offer.unknown} when it has not the form of one. */
    public static OfferId of(String text) {
        return new OfferId(OFFER.id(text));
    }

    @Override
    public String toString() {
        return value;
    }
}
