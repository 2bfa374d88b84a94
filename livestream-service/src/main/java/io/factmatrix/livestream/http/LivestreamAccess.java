package io.factmatrix.livestream.http;

import static io.factmatrix.kit.merchant.AccessRule.allow;
import static io.factmatrix.kit.merchant.Role.ADS;
import static io.factmatrix.kit.merchant.Role.CONTENT;
import static io.factmatrix.kit.merchant.Role.GOODS;
import static io.factmatrix.kit.merchant.Role.INTEGRATION;
import static io.factmatrix.kit.merchant.Role.LEDGER;
import static io.factmatrix.kit.merchant.Role.OPERATOR;
import static io.factmatrix.kit.merchant.Role.SERVICE;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.factmatrix.kit.merchant.AccessTable;

/**
 * Who may do what with the things of this field: content has the rooms, the hosts and the sessions; content and goods make the rundown; only the operator
 * makes the rules, and lets a session pass that does not keep to them.
 */
final class LivestreamAccess {

    private static final String MERCHANT = "/v1/merchants/{merchant}";
    private static final String ROOMS = MERCHANT + "/rooms";
    private static final String ROOM = ROOMS + "/{room}";
    private static final String HOSTS = MERCHANT + "/hosts";
    private static final String HOST = HOSTS + "/{host}";
    private static final String SHIFTS = MERCHANT + "/shifts";
    private static final String SHIFT = SHIFTS + "/{shift}";
    private static final String SESSIONS = MERCHANT + "/sessions";
    private static final String SESSION = SESSIONS + "/{session}";
    private static final String RUNDOWN = SESSION + "/rundown";
    private static final String LINE = RUNDOWN + "/lines/{line}";
    private static final String TEMPLATES = MERCHANT + "/rundown-templates";
    private static final String TEMPLATE = TEMPLATES + "/{template}";
    private static final String RULES = MERCHANT + "/gate-rules";
    private static final String RULE = RULES + "/{rule}";

    private LivestreamAccess() {}

    static AccessTable table() {
        return AccessTable.of(
                allow(POST, ROOMS, OPERATOR, CONTENT),
                allow(GET, ROOMS, OPERATOR, CONTENT, INTEGRATION),
                allow(GET, ROOM, OPERATOR, CONTENT, INTEGRATION),
                allow(PUT, ROOM, OPERATOR, CONTENT),
                allow(POST, ROOM + "/transitions", OPERATOR, CONTENT),
                allow(POST, HOSTS, OPERATOR, CONTENT),
                allow(GET, HOSTS, OPERATOR, CONTENT),
                allow(GET, HOST, OPERATOR, CONTENT),
                allow(PUT, HOST, OPERATOR, CONTENT),
                allow(POST, HOST + "/transitions", OPERATOR, CONTENT),
                allow(POST, SHIFTS, OPERATOR, CONTENT),
                allow(GET, SHIFTS, OPERATOR, CONTENT),
                allow(GET, SHIFT, OPERATOR, CONTENT),
                allow(PUT, SHIFT, OPERATOR, CONTENT),
                allow(POST, SHIFT + "/transitions", OPERATOR, CONTENT),
                allow(POST, SESSIONS, OPERATOR, CONTENT),
                allow(GET, SESSIONS, OPERATOR, CONTENT, GOODS, INTEGRATION, LEDGER),
                allow(GET, SESSION, OPERATOR, CONTENT, GOODS, INTEGRATION),
                allow(PUT, SESSION, OPERATOR, CONTENT),
                allow(POST, SESSION + "/transitions", OPERATOR, CONTENT),
                allow(GET, RUNDOWN, OPERATOR, CONTENT, GOODS),
                allow(POST, RUNDOWN + "/lines", OPERATOR, CONTENT, GOODS),
                allow(GET, LINE, OPERATOR, CONTENT, GOODS),
                allow(PUT, LINE, OPERATOR, CONTENT, GOODS),
                allow(DELETE, LINE, OPERATOR, CONTENT, GOODS),
                allow(PUT, LINE + "/place", OPERATOR, CONTENT, GOODS),
                allow(POST, RUNDOWN + "/copies", OPERATOR, CONTENT, GOODS),
                allow(GET, SESSION + "/gates", OPERATOR, CONTENT, GOODS),
                allow(POST, SESSION + "/gate-overrides", OPERATOR),
                allow(GET, SESSION + "/review", OPERATOR, CONTENT, GOODS, ADS, SERVICE),
                allow(GET, SESSION + "/review/curve", OPERATOR, CONTENT, GOODS, ADS, SERVICE),
                allow(GET, ROOM + "/stability", OPERATOR, CONTENT, ADS),
                allow(POST, TEMPLATES, OPERATOR, CONTENT, GOODS),
                allow(GET, TEMPLATES, OPERATOR, CONTENT, GOODS),
                allow(GET, TEMPLATE, OPERATOR, CONTENT, GOODS),
                allow(PUT, TEMPLATE, OPERATOR, CONTENT, GOODS),
                allow(POST, RULES, OPERATOR),
                allow(GET, RULES, OPERATOR, CONTENT, GOODS),
                allow(GET, RULE, OPERATOR, CONTENT, GOODS),
                allow(PUT, RULE, OPERATOR),
                allow(POST, RULE + "/transitions", OPERATOR));
    }
}
