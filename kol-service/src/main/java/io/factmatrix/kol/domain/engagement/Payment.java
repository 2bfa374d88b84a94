package io.factmatrix.kol.domain.engagement;

import io.factmatrix.ledger.domain.event.Money;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the merchant is to pay by a moment.
 *
 * @param paidAt null as long as it is not
 */
public record Payment(Money amount, Instant due, @Nullable Instant paidAt) {

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("amount", amount.members());
        members.put("due", due.toString());
        members.put("paidAt", paidAt == null ? null : paidAt.toString());
        return members;
    }
}
