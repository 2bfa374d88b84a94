package io.factmatrix.ledger.domain.selection;

import java.util.List;

/**
 * Sales that fit each of the three.
 *
 * @param products none: all
 * @param touchpoints none: all
 * @param shops none: all
 */
public record Selection(List<String> products, List<String> touchpoints, List<String> shops) {

    public Selection {
        products = List.copyOf(products);
        touchpoints = List.copyOf(touchpoints);
        shops = List.copyOf(shops);
    }
}
