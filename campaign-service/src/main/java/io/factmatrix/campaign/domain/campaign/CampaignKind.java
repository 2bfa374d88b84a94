package io.factmatrix.campaign.domain.campaign;

import io.factmatrix.kit.json.Word;

/** What a burst is made of. */
public enum CampaignKind implements Word {
    /** 大促: the platform brings the traffic. */
    PLATFORM_PROMOTION,
    /** The merchant's own occasion. */
    MARKETING_IP,
    /** A fair, a fashion week, a festival of a trade. */
    INDUSTRY_EVENT
}
