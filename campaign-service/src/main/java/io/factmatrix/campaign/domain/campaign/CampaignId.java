package io.factmatrix.campaign.domain.campaign;

import com.fasterxml.jackson.annotation.JsonValue;
import io.factmatrix.kit.resource.Id;
import io.factmatrix.kit.resource.Kind;

/** The id of a campaign; made here. */
public record CampaignId(@JsonValue String value) implements Id {

    public static final Kind CAMPAIGN = new Kind("campaign");

    /** 404 {@code campaign.unknown} when it has not the form of one. */
    public static CampaignId of(String text) {
        return new CampaignId(CAMPAIGN.id(text));
    }

    @Override
    public String toString() {
        return value;
    }
}
