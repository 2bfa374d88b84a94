package io.factmatrix.campaign.http;

import static io.factmatrix.kit.merchant.AccessRule.allow;
import static io.factmatrix.kit.merchant.Role.ADS;
import static io.factmatrix.kit.merchant.Role.GOODS;
import static io.factmatrix.kit.merchant.Role.INTEGRATION;
import static io.factmatrix.kit.merchant.Role.OPERATOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.factmatrix.kit.merchant.AccessTable;

/** Who may do what with the things of this field: ads plans campaigns. */
final class CampaignAccess {

    private static final String MERCHANT = "/v1/merchants/{merchant}";
    private static final String CAMPAIGNS = MERCHANT + "/campaigns";
    private static final String CAMPAIGN = CAMPAIGNS + "/{campaign}";

    private CampaignAccess() {}

    static AccessTable table() {
        return AccessTable.of(
                allow(POST, CAMPAIGNS, OPERATOR, ADS),
                allow(GET, CAMPAIGNS, OPERATOR, ADS, GOODS, INTEGRATION),
                allow(GET, CAMPAIGN, OPERATOR, ADS, GOODS, INTEGRATION),
                allow(PUT, CAMPAIGN, OPERATOR, ADS),
                allow(POST, CAMPAIGN + "/transitions", OPERATOR, ADS));
    }
}
