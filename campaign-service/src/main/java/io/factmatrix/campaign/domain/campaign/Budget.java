package io.factmatrix.campaign.domain.campaign;

import io.factmatrix.ledger.domain.event.Money;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a campaign may cost.
 *
 * @param category as cost events say it: {@code ads}
 */
public record Budget(String category, Money amount) {

    /** By the names of the API. */
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("category", category);
        members.put("amount", amount.members());
        return members;
    }
}
