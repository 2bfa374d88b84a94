package io.factmatrix.campaign.domain.campaign;

import io.factmatrix.ledger.domain.event.Money;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign is to bring; null: nothing was said of it.
 *
 * @param gmv Σ paid
 * @param newBuyers people
 */
public record Goals(
        @Nullable Money gmv,
        @Nullable Long newBuyers,
        @Nullable Long orders) {

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("gmv", gmv == null ? null : gmv.members());
        members.put("newBuyers", newBuyers);
        members.put("orders", orders);
        return members;
    }
}
