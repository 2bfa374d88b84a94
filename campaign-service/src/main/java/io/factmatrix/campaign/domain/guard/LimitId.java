package io.factmatrix.campaign.domain.guard;

import com.fasterxml.jackson.annotation.JsonValue;
import io.factmatrix.kit.resource.Id;
import io.factmatrix.kit.resource.Kind;

/** The id of the limit of a product; made here. */
public record LimitId(@JsonValue String value) implements Id {

    public static final Kind PRODUCT_LIMIT = new Kind("product-limit");

    /** 404 {@code product-limit.unknown} when it has not the form of one. */
    public static LimitId of(String text) {
        return new LimitId(PRODUCT_LIMIT.id(text));
    }

    @Override
    public String toString() {
        return value;
    }
}
