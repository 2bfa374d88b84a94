package io.factmatrix.plan.http;

import static io.factmatrix.kit.merchant.AccessRule.allow;
import static io.factmatrix.kit.merchant.Role.ADS;
import static io.factmatrix.kit.merchant.Role.CONTENT;
import static io.factmatrix.kit.merchant.Role.CREATORS;
import static io.factmatrix.kit.merchant.Role.GOODS;
import static io.factmatrix.kit.merchant.Role.LEDGER;
import static io.factmatrix.kit.merchant.Role.OPERATOR;
import static io.factmatrix.kit.merchant.Role.SERVICE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import io.factmatrix.kit.merchant.AccessTable;

/** Who may see what is planned: every department sees when things happen, those who make promises see all that are made. */
final class PlanAccess {

    private static final String FIELD = "/v1/merchants/{merchant}/fields/{field}";

    private PlanAccess() {}

    static AccessTable table() {
        return AccessTable.of(
                allow(POST, FIELD + "/looks", LEDGER, OPERATOR),
                allow(GET, FIELD + "/promises", OPERATOR, CONTENT, GOODS, CREATORS, ADS, LEDGER),
                allow(GET, FIELD + "/calendar", OPERATOR, CONTENT, GOODS, CREATORS, ADS, SERVICE, LEDGER));
    }
}
