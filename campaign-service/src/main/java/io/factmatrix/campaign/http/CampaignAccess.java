package io.factmatrix.campaign.http;

import static io.factmatrix.kit.merchant.AccessRule.allow;
import static io.factmatrix.kit.merchant.Role.ADS;
import static io.factmatrix.kit.merchant.Role.CONTENT;
import static io.factmatrix.kit.merchant.Role.CREATORS;
import static io.factmatrix.kit.merchant.Role.GOODS;
import static io.factmatrix.kit.merchant.Role.INTEGRATION;
import static io.factmatrix.kit.merchant.Role.LEDGER;
import static io.factmatrix.kit.merchant.Role.OPERATOR;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.factmatrix.kit.merchant.AccessTable;

/** Who may do what with the things of this field: ads plans campaigns, goods offers and sets limits, the shop's own systems claim; only the operator makes rules. */
final class CampaignAccess {

    private static final String MERCHANT = "/v1/merchants/{merchant}";
    private static final String CAMPAIGNS = MERCHANT + "/campaigns";
    private static final String CAMPAIGN = CAMPAIGNS + "/{campaign}";

    private static final String OFFERS = MERCHANT + "/offers";
    private static final String OFFER = OFFERS + "/{offer}";
    private static final String CLAIMS = OFFER + "/claims";
    private static final String CLAIM = CLAIMS + "/{claim}";
    private static final String RULES = MERCHANT + "/promise-rules";
    private static final String LIMITS = MERCHANT + "/product-limits";
    private static final String LIMIT = LIMITS + "/{productLimit}";

    private CampaignAccess() {}

    static AccessTable table() {
        return AccessTable.of(
                allow(POST, CAMPAIGNS, OPERATOR, ADS),
                allow(GET, CAMPAIGNS, OPERATOR, ADS, GOODS, INTEGRATION, LEDGER),
                allow(GET, CAMPAIGN, OPERATOR, ADS, GOODS, INTEGRATION),
                allow(PUT, CAMPAIGN, OPERATOR, ADS),
                allow(POST, CAMPAIGN + "/transitions", OPERATOR, ADS),
                allow(GET, CAMPAIGN + "/pacing", OPERATOR, ADS, GOODS, INTEGRATION, LEDGER),
                allow(POST, OFFERS, OPERATOR, GOODS),
                allow(GET, OFFERS, OPERATOR, ADS, GOODS, INTEGRATION, LEDGER),
                allow(GET, OFFER, OPERATOR, ADS, GOODS, INTEGRATION),
                allow(PUT, OFFER, OPERATOR, GOODS),
                allow(POST, OFFER + "/transitions", OPERATOR, GOODS),
                allow(GET, CLAIMS, OPERATOR, ADS, GOODS, INTEGRATION),
                allow(GET, CLAIM, OPERATOR, ADS, GOODS, INTEGRATION),
                allow(PUT, CLAIM, OPERATOR, INTEGRATION),
                allow(POST, CLAIM + "/transitions", OPERATOR, INTEGRATION),
                allow(GET, RULES, OPERATOR, GOODS, ADS, CREATORS, CONTENT),
                allow(PUT, RULES, OPERATOR),
                allow(POST, LIMITS, OPERATOR, GOODS),
                allow(GET, LIMITS, OPERATOR, GOODS, ADS, CREATORS, CONTENT, INTEGRATION),
                allow(GET, LIMIT, OPERATOR, GOODS, ADS, CREATORS, CONTENT, INTEGRATION),
                allow(PUT, LIMIT, OPERATOR, GOODS),
                allow(DELETE, LIMIT, OPERATOR, GOODS));
    }
}
