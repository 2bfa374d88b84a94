package io.factmatrix.livestream.http;

import static io.factmatrix.kit.merchant.AccessRule.allow;
import static io.factmatrix.kit.merchant.Role.CONTENT;
import static io.factmatrix.kit.merchant.Role.INTEGRATION;
import static io.factmatrix.kit.merchant.Role.OPERATOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.factmatrix.kit.merchant.AccessTable;

/** Who may do what with the things of this field. */
final class LivestreamAccess {

    private static final String ROOMS = "/v1/merchants/{merchant}/rooms";
    private static final String ROOM = ROOMS + "/{room}";

    private LivestreamAccess() {}

    static AccessTable table() {
        return AccessTable.of(
                allow(POST, ROOMS, OPERATOR, CONTENT),
                allow(GET, ROOMS, OPERATOR, CONTENT, INTEGRATION),
                allow(GET, ROOM, OPERATOR, CONTENT, INTEGRATION),
                allow(PUT, ROOM, OPERATOR, CONTENT),
                allow(POST, ROOM + "/transitions", OPERATOR, CONTENT));
    }
}
