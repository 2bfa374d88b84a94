package io.factmatrix.ledger.http;

import static io.factmatrix.kit.merchant.AccessRule.allow;
import static io.factmatrix.kit.merchant.Role.ADS;
import static io.factmatrix.kit.merchant.Role.GOODS;
import static io.factmatrix.kit.merchant.Role.INTEGRATION;
import static io.factmatrix.kit.merchant.Role.LEDGER;
import static io.factmatrix.kit.merchant.Role.OPERATOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import io.factmatrix.kit.merchant.AccessTable;

/** Who may do what with a ledger. */
final class LedgerAccess {

    private static final String MERCHANT = "/v1/merchants/{merchant}";
    private static final String FIELD = MERCHANT + "/fields/{field}";

    private LedgerAccess() {}

    static AccessTable table() {
        return AccessTable.of(
                allow(POST, MERCHANT + "/events", INTEGRATION),
                allow(GET, MERCHANT + "/events", INTEGRATION, OPERATOR),
                allow(GET, MERCHANT + "/events/{id}", INTEGRATION, OPERATOR),
                allow(GET, MERCHANT + "/exports/ledger", INTEGRATION, OPERATOR),
                allow(GET, MERCHANT + "/audit-trail", OPERATOR),
                allow(GET, MERCHANT + "/positions", OPERATOR, ADS, GOODS, INTEGRATION, LEDGER),
                allow(GET, FIELD + "/figures", OPERATOR, LEDGER),
                allow(GET, FIELD + "/kinds", OPERATOR, LEDGER),
                allow(GET, FIELD + "/series", OPERATOR, LEDGER),
                allow(POST, FIELD + "/sales", OPERATOR, ADS, GOODS, INTEGRATION, LEDGER),
                allow(GET, FIELD + "/products", LEDGER),
                allow(GET, FIELD + "/after-sales", LEDGER),
                allow(GET, FIELD + "/arrivals", LEDGER),
                allow(GET, FIELD + "/audience", OPERATOR, LEDGER),
                allow(GET, FIELD + "/corrections", OPERATOR),
                allow(GET, FIELD + "/conflicts", OPERATOR, LEDGER),
                allow(GET, FIELD + "/feeds/{feed}", LEDGER),
                allow(POST, FIELD + "/first-purchases", LEDGER),
                allow(POST, FIELD + "/notices", LEDGER));
    }
}
