package io.factmatrix.campaign.domain.campaign;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A page of a campaign: what is bought there is its own.
 *
 * @param touchpoint by which events of the field {@code campaign} call it
 */
public record CampaignPage(String shop, String touchpoint) {

    /** By the names of the API. */
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("shop", shop);
        members.put("touchpoint", touchpoint);
        return members;
    }
}
