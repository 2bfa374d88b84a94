package io.factmatrix.creator.http;

import static io.factmatrix.kit.merchant.AccessRule.allow;
import static io.factmatrix.kit.merchant.Role.CONTENT;
import static io.factmatrix.kit.merchant.Role.CREATORS;
import static io.factmatrix.kit.merchant.Role.INTEGRATION;
import static io.factmatrix.kit.merchant.Role.LEDGER;
import static io.factmatrix.kit.merchant.Role.OPERATOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.factmatrix.kit.merchant.AccessTable;

/** Who may do what with the things of this field: creator operations write, content may read. */
final class CreatorAccess {

    private static final String MERCHANT = "/v1/merchants/{merchant}";
    private static final String DIRECTORY = MERCHANT + "/creators";
    private static final String CREATOR = DIRECTORY + "/{creator}";

    private static final String SCREENINGS = MERCHANT + "/screenings";
    private static final String SCREENING = SCREENINGS + "/{screening}";

    private static final String OUTREACHES = MERCHANT + "/outreaches";
    private static final String OUTREACH = OUTREACHES + "/{outreach}";

    private static final String COLLABORATIONS = MERCHANT + "/collaborations";
    private static final String COLLABORATION = COLLABORATIONS + "/{collaboration}";
    private static final String PARTICIPATIONS = MERCHANT + "/participations";
    private static final String PARTICIPATION = PARTICIPATIONS + "/{participation}";
    private static final String STATEMENTS = MERCHANT + "/settlement-statements";
    private static final String STATEMENT = STATEMENTS + "/{statement}";

    private CreatorAccess() {}

    static AccessTable table() {
        return AccessTable.of(
                allow(POST, DIRECTORY, OPERATOR, CREATORS),
                allow(GET, DIRECTORY, OPERATOR, CREATORS, CONTENT),
                allow(POST, DIRECTORY + "/imports", OPERATOR, CREATORS),
                allow(GET, CREATOR, OPERATOR, CREATORS, CONTENT),
                allow(PUT, CREATOR, OPERATOR, CREATORS),
                allow(POST, CREATOR + "/transitions", OPERATOR, CREATORS),
                allow(POST, SCREENINGS, OPERATOR, CREATORS),
                allow(GET, SCREENINGS, OPERATOR, CREATORS, CONTENT),
                allow(GET, SCREENING, OPERATOR, CREATORS, CONTENT),
                allow(PUT, SCREENING, OPERATOR, CREATORS),
                allow(GET, SCREENING + "/results", OPERATOR, CREATORS, CONTENT),
                allow(POST, OUTREACHES, OPERATOR, CREATORS),
                allow(GET, OUTREACHES, OPERATOR, CREATORS, CONTENT, LEDGER),
                allow(GET, OUTREACH, OPERATOR, CREATORS, CONTENT),
                allow(PUT, OUTREACH, OPERATOR, CREATORS),
                allow(POST, OUTREACH + "/transitions", OPERATOR, CREATORS),
                allow(POST, COLLABORATIONS, OPERATOR, CREATORS),
                allow(GET, COLLABORATIONS, OPERATOR, CREATORS, CONTENT, LEDGER),
                allow(GET, COLLABORATION, OPERATOR, CREATORS, CONTENT),
                allow(PUT, COLLABORATION, OPERATOR, CREATORS),
                allow(POST, COLLABORATION + "/transitions", OPERATOR, CREATORS),
                allow(POST, PARTICIPATIONS, OPERATOR, CREATORS),
                allow(GET, PARTICIPATIONS, OPERATOR, CREATORS, CONTENT, LEDGER),
                allow(GET, PARTICIPATION, OPERATOR, CREATORS, CONTENT),
                allow(PUT, PARTICIPATION, OPERATOR, CREATORS),
                allow(GET, MERCHANT + "/commissions", OPERATOR, CREATORS, INTEGRATION),
                allow(GET, MERCHANT + "/commissions/totals", OPERATOR, CREATORS, INTEGRATION),
                allow(POST, STATEMENTS, OPERATOR, CREATORS),
                allow(GET, STATEMENTS, OPERATOR, CREATORS, INTEGRATION, LEDGER),
                allow(GET, STATEMENT, OPERATOR, CREATORS, INTEGRATION),
                allow(GET, STATEMENT + "/entries", OPERATOR, CREATORS, INTEGRATION),
                allow(POST, STATEMENT + "/transitions", OPERATOR, CREATORS),
                allow(GET, COLLABORATION + "/roi", OPERATOR, CREATORS),
                allow(GET, PARTICIPATION + "/roi", OPERATOR, CREATORS),
                allow(GET, MERCHANT + "/marginal-creators", OPERATOR, CREATORS, CONTENT),
                allow(GET, MERCHANT + "/break-evens", OPERATOR, CREATORS, CONTENT));
    }
}
