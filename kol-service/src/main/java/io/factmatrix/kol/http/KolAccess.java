package io.factmatrix.kol.http;

import static io.factmatrix.kit.merchant.AccessRule.allow;
import static io.factmatrix.kit.merchant.Role.ADS;
import static io.factmatrix.kit.merchant.Role.CREATORS;
import static io.factmatrix.kit.merchant.Role.GOODS;
import static io.factmatrix.kit.merchant.Role.LEDGER;
import static io.factmatrix.kit.merchant.Role.OPERATOR;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.factmatrix.kit.merchant.AccessTable;

/** Who may do what with the things of this field: operator and creators have all of it; ads and goods read what was agreed. */
final class KolAccess {

    private static final String MERCHANT = "/v1/merchants/{merchant}";
    private static final String KOLS = MERCHANT + "/kols";
    private static final String KOL = KOLS + "/{kol}";
    private static final String UNAVAILABILITIES = KOL + "/unavailabilities";
    private static final String UNAVAILABILITY = UNAVAILABILITIES + "/{unavailability}";

    private static final String ENGAGEMENTS = MERCHANT + "/engagements";
    private static final String ENGAGEMENT = ENGAGEMENTS + "/{engagement}";

    private static final String MAKE_GOODS = ENGAGEMENT + "/make-goods";
    private static final String MAKE_GOOD = MAKE_GOODS + "/{makeGood}";

    private KolAccess() {}

    static AccessTable table() {
        return AccessTable.of(
                allow(POST, KOLS, OPERATOR, CREATORS),
                allow(GET, KOLS, OPERATOR, CREATORS),
                allow(GET, KOL, OPERATOR, CREATORS),
                allow(PUT, KOL, OPERATOR, CREATORS),
                allow(POST, KOL + "/transitions", OPERATOR, CREATORS),
                allow(POST, UNAVAILABILITIES, OPERATOR, CREATORS),
                allow(GET, UNAVAILABILITIES, OPERATOR, CREATORS),
                allow(GET, UNAVAILABILITY, OPERATOR, CREATORS),
                allow(DELETE, UNAVAILABILITY, OPERATOR, CREATORS),
                allow(POST, ENGAGEMENTS, OPERATOR, CREATORS),
                allow(GET, ENGAGEMENTS, OPERATOR, CREATORS, ADS, GOODS, LEDGER),
                allow(GET, ENGAGEMENT, OPERATOR, CREATORS, ADS, GOODS),
                allow(PUT, ENGAGEMENT, OPERATOR, CREATORS),
                allow(POST, ENGAGEMENT + "/transitions", OPERATOR, CREATORS),
                allow(GET, ENGAGEMENT + "/economics", OPERATOR, CREATORS, ADS, GOODS, LEDGER),
                allow(POST, MAKE_GOODS, OPERATOR, CREATORS),
                allow(GET, MAKE_GOODS, OPERATOR, CREATORS, ADS, GOODS),
                allow(GET, MAKE_GOOD, OPERATOR, CREATORS, ADS, GOODS),
                allow(PUT, MAKE_GOOD, OPERATOR, CREATORS),
                allow(POST, MAKE_GOOD + "/transitions", OPERATOR, CREATORS));
    }
}
