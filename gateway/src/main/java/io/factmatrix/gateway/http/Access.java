package io.factmatrix.gateway.http;

import static io.factmatrix.kit.merchant.AccessRule.allow;
import static io.factmatrix.kit.merchant.Role.CONTENT;
import static io.factmatrix.kit.merchant.Role.INTEGRATION;
import static io.factmatrix.kit.merchant.Role.OPERATOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.factmatrix.kit.merchant.AccessTable;

/** Who may do what: all that there is of the public API. The OpenAPI document says the same, and is held to it by a test. */
final class Access {

    private static final String MERCHANT = "/v1/merchants/{merchant}";

    private static final String ROOMS = MERCHANT + "/rooms";
    private static final String ROOM = ROOMS + "/{room}";

    private Access() {}

    static AccessTable table() {
        return AccessTable.of(
                allow(POST, MERCHANT + "/events", INTEGRATION),
                allow(GET, MERCHANT + "/events", INTEGRATION, OPERATOR),
                allow(GET, MERCHANT + "/events/{id}", INTEGRATION, OPERATOR),
                allow(GET, MERCHANT + "/exports/ledger", INTEGRATION, OPERATOR),
                allow(GET, MERCHANT + "/operating-view", OPERATOR),
                allow(GET, MERCHANT + "/operating-view/series", OPERATOR),
                allow(GET, MERCHANT + "/exports/series", OPERATOR),
                allow(GET, MERCHANT + "/audience", OPERATOR),
                allow(GET, MERCHANT + "/operating-view/stream", OPERATOR),
                allow(GET, MERCHANT + "/exports/operating-view", OPERATOR),
                allow(GET, MERCHANT + "/conflicts", OPERATOR),
                allow(GET, MERCHANT + "/corrections", OPERATOR),
                allow(GET, MERCHANT + "/audit-trail", OPERATOR),
                allow(POST, ROOMS, OPERATOR, CONTENT),
                allow(GET, ROOMS, OPERATOR, CONTENT, INTEGRATION),
                allow(GET, ROOM, OPERATOR, CONTENT, INTEGRATION),
                allow(PUT, ROOM, OPERATOR, CONTENT),
                allow(POST, ROOM + "/transitions", OPERATOR, CONTENT));
    }
}
