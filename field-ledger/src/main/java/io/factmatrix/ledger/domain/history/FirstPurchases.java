package io.factmatrix.ledger.domain.history;

import io.factmatrix.ledger.domain.event.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The first purchases of people with a merchant, in whatever field, each as it was known at a moment. */
public final class FirstPurchases {

    private final Map<Asked, First> firsts = new HashMap<>();

    /** A first purchase, and where it was made. */
    public record First(Field field, Purchase purchase) {

        /** Ties: the smaller id, then the stronger field. */
        private boolean isBefore(First other) {
            int order = Purchase.EARLIEST.compare(purchase, other.purchase());
            return order == 0 ? field.compareTo(other.field()) > 0 : order < 0;
        }
    }

    /**
     * Takes in what a field answered.
     *
     * @param answers the field's first purchase of each that was asked for, in order
     */
    public void add(Field field, List<Asked> asked, List<Optional<Purchase>> answers) {
        for (int place = 0; place < asked.size(); place++) {
            var purchase = answers.get(place);
            if (purchase.isPresent()) {
                firsts.merge(
                        asked.get(place),
                        new First(field, purchase.get()),
                        (known, other) -> other.isBefore(known) ? other : known);
            }
        }
    }

    /** Empty when that person had bought nothing. */
    public Optional<First> of(Asked asked) {
        return Optional.ofNullable(firsts.get(asked));
    }
}
